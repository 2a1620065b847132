/**
 * Runs a TypeScript script of this project: `node scripts/run.mjs scripts/start.ts …arguments`.
 * Node 20 does not read TypeScript; Vite, which is here anyway, does, and it resolves `#layer/…` as the app's own build does.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) {
  console.error('Say which script to run: node scripts/run.mjs scripts/<name>.ts');
  process.exit(1);
}
process.argv.splice(1, process.argv.length, resolve(script), ...scriptArguments);

/** Vite sets NODE_ENV for itself; a script, and what it starts, must find it as it was (a build made under "development" is no production build). */
const nodeEnvironment = process.env.NODE_ENV;
const restoreNodeEnvironment = {
  name: 'restore-node-environment',
  configResolved() {
    if (nodeEnvironment === undefined) delete process.env.NODE_ENV;
  },
};

try {
  await runnerImport(resolve(script), { root: resolve(import.meta.dirname, '..'), logLevel: 'warn', plugins: [restoreNodeEnvironment] });
} catch (error) {
  // A complaint is meant for the reader as it is; anything else is a bug, whose stack we need.
  console.error(error instanceof Error && error.name === 'Complaint' ? error.message : error);
  process.exit(1);
}
