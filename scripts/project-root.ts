import { resolve } from 'node:path';

/** The folder that holds package.json, as an absolute path. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** An absolute path from one that is relative to the project. */
export function inProject(...parts: readonly string[]): string {
  return resolve(PROJECT_ROOT, ...parts);
}
