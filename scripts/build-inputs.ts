import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project-root.ts';

/** All that a build reads. */
const INPUTS = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const IS_NO_INPUT = /\.test(-d)?\.tsx?$|[\\/]src[\\/]testing[\\/]/;

/**
 * A fingerprint of everything a build reads: two trees with the same one build the same site. It looks at what the files say,
 * not at when they were written, so that switching branches to and fro costs nothing and a deleted file counts.
 */
export function fingerprintOfInputs(): string {
  const hash = createHash('sha256').update(process.env['BASE_PATH'] ?? '/');
  for (const file of INPUTS.flatMap((input) => filesIn(inProject(input)))) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !IS_NO_INPUT.test(file))
    .toSorted();
}
