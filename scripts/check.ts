/** `npm run check`: every check that reads the sources without running them. All of them run; each that fails says how to put it right. */
import { runTool } from './run-command.ts';

type Check = { readonly name: string; readonly entry: string; readonly parameters: readonly string[]; readonly remedy: string };

const CHECKS: readonly Check[] = [
  { name: 'format', entry: 'oxfmt/bin/oxfmt', parameters: ['--check', '.'], remedy: 'npm run format' },
  {
    name: 'lint, with the layer table',
    entry: 'oxlint/bin/oxlint',
    parameters: ['-c', 'oxlint.config.mjs', '--type-aware', '--deny-warnings', '.'],
    remedy: 'npm run lint -- --fix, then by hand what is left (src/README.md explains the layers)',
  },
  { name: 'types', entry: 'typescript/bin/tsc', parameters: ['-p', '.'], remedy: 'npx tsc -p . --watch, and correct what it names' },
  {
    name: 'unused code',
    entry: 'knip/bin/knip.js',
    parameters: [],
    remedy: 'remove what is listed (npx knip --fix does the simple ones), or use it',
  },
];

const failures: Check[] = [];
for (const check of CHECKS) {
  console.log(`\n— ${check.name}`);
  if ((await runTool(check.entry, check.parameters)) !== 0) failures.push(check);
}

console.log('');
for (const { name, remedy } of failures) console.log(`${name} failed. To fix it: ${remedy}`);
if (failures.length === 0) console.log('All checks passed.');
process.exitCode = failures.length === 0 ? 0 : 1;
