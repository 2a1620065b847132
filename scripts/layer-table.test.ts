import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrayOf, objectOf, stringOf, tryParseJson } from '#base/json.ts';
import { inProject } from './project-root.ts';

/** Each file breaks one rule of the house; the linter, with our table, must name that rule on that file. */
const VIOLATIONS: readonly (readonly [what: string, file: string, source: string, rule: string])[] = [
  [
    'a value from a higher layer',
    'src/base/upward.ts',
    `import { fold } from '#model/fold.ts';\nexport const folded = fold;`,
    'no-restricted-imports',
  ],
  [
    'a type from a higher layer',
    'src/base/upward-type.ts',
    `import type { Fold } from '#model/fold.ts';\nexport type Folded = Fold;`,
    'no-restricted-imports',
  ],
  [
    'a dynamic import of a higher layer',
    'src/model/upward-later.ts',
    `export const later = () => import('#state/keys.ts');`,
    'no-restricted-imports',
  ],
  ['a re-export of a higher layer', 'src/protocol/passing-on.ts', `export { fold } from '#model/fold.ts';`, 'no-restricted-imports'],
  [
    'a panel that knows a panel',
    'src/panels/usage/usage-panel.ts',
    `import { raw } from '#panels/raw/raw-panel.ts';\nexport const panel = raw;`,
    'no-restricted-imports',
  ],
  [
    'a panel that knows a panel by its path',
    'src/panels/usage/by-path.ts',
    `import { raw } from '../raw/raw-panel.ts';\nexport const panel = raw;`,
    'no-restricted-imports',
  ],
  [
    'a panel that reaches another one later',
    'src/panels/usage/lazily.ts',
    `export const later = () => import('#panels/raw/raw-panel.ts');`,
    'no-restricted-imports',
  ],
  [
    'an item that asks the state',
    'src/items/asking.ts',
    `import { keys } from '#state/keys.ts';\nexport const item = keys;`,
    'no-restricted-imports',
  ],
  [
    'an item that fetches',
    'src/items/fetching.ts',
    `import { useQuery } from '@tanstack/react-query';\nexport const item = useQuery;`,
    'no-restricted-imports',
  ],
  [
    'a widget that knows the wire',
    'src/ui/knowing.ts',
    `import { wire } from '#protocol/wire.ts';\nexport const widget = wire;`,
    'no-restricted-imports',
  ],
  [
    'React in a plain layer',
    'src/base/reactive.ts',
    `import { useState } from 'react';\nexport const state = useState;`,
    'no-restricted-imports',
  ],
  [
    'React DOM in a plain layer',
    'src/formats/rendering.ts',
    `import { createRoot } from 'react-dom/client';\nexport const root = createRoot;`,
    'no-restricted-imports',
  ],
  [
    'Node in a plain layer',
    'src/sample-api/on-node.ts',
    `import { readFile } from 'node:fs/promises';\nexport const read = readFile;`,
    'no-restricted-imports',
  ],
  [
    'a test helper in a source',
    'src/app/helped.ts',
    `import { events } from '#testing/events.ts';\nexport const drawn = events;`,
    'no-restricted-imports',
  ],
  [
    'a neighbour reached from above',
    'src/state/roundabout.ts',
    `import { fold } from '../model/fold.ts';\nexport const folded = fold;`,
    'no-restricted-imports',
  ],
  [
    'the app in a script',
    'scripts/reaching.ts',
    `import { keys } from '#state/keys.ts';\nexport const key = keys;`,
    'no-restricted-imports',
  ],
  [
    'the app in a browser test',
    'e2e/reaching.ts',
    `import { widget } from '#ui/knowing.ts';\nexport const shown = widget;`,
    'no-restricted-imports',
  ],
  ['a default export', 'src/base/defaulting.ts', `export default 1;`, 'no-default-export'],
  ['any', 'src/base/anything.ts', `export const thing: any = 1;`, 'no-explicit-any'],
  ['a non-null assertion', 'src/base/asserting.ts', `export const first = (list: readonly string[]) => list[0]!;`, 'no-non-null-assertion'],
  [
    'a browser global in a plain layer',
    'src/model/storing.ts',
    `export const stored = localStorage.getItem('a');`,
    'no-restricted-globals',
  ],
  [
    'a browser global by its other name',
    'src/model/global-storing.ts',
    `export const stored = globalThis.localStorage;`,
    'no-restricted-properties',
  ],
  ['a cycle', 'src/base/cycle-a.ts', `import { b } from './cycle-b.ts';\nexport const a = (): number => b();`, 'no-cycle'],
  ['a barrel', 'src/base/barrel.ts', `export * from './cycle-b.ts';`, 'no-barrel-file'],
  ['a Pascal file name', 'src/base/PascalName.ts', `export const pascal = 1;`, 'filename-case'],
  ['a floating promise', 'src/base/floating.ts', `export function start() {\n  Promise.resolve(1);\n}`, 'no-floating-promises'],
  [
    'a type imported as a value',
    'src/base/untyped.ts',
    `import { Plain } from './plain.ts';\nexport const plain = (): Plain => 1;`,
    'consistent-type-imports',
  ],
  [
    'a module that is mocked',
    'src/base/mocking.test.ts',
    `import { vi } from 'vitest';\nvi.mock('./plain.ts');`,
    'no-restricted-properties',
  ],
  [
    'a conditional hook',
    'src/ui/hooking.tsx',
    `import { useState } from 'react';\nexport function Thing({ is }: { is: boolean }) {\n  if (is) useState(1);\n  return null;\n}`,
    'rules-of-hooks',
  ],
  [
    'a link that tells its opener',
    'src/ui/linking.tsx',
    `export const link = (href: string) => <a href={href} target="_blank">out</a>;`,
    'jsx-no-target-blank',
  ],
  ['printing from a source', 'src/base/printing.ts', `export const print = () => console.log(1);`, 'no-console'],
];

/** What the violations lean on, and uses of the layers as they are meant: none of these may be complained about. */
const HONEST: Readonly<Record<string, string>> = {
  'src/base/plain.ts': `export type Plain = number;`,
  'src/base/cycle-b.ts': `import { a } from './cycle-a.ts';\nexport const b = (): number => a();`,
  'src/protocol/wire.ts': `import type { Plain } from '#base/plain.ts';\nexport const wire: Plain = 1;`,
  'src/model/fold.ts': `import { wire } from '#protocol/wire.ts';\nexport type Fold = number;\nexport const fold: Fold = wire;`,
  'src/model/fold.test.ts': `import { events } from '#testing/events.ts';\nexport const drawn = events;`,
  'src/state/keys.ts': `import { fold } from '#model/fold.ts';\nexport const keys = fold;`,
  'src/testing/events.ts': `import { fold } from '#model/fold.ts';\nexport const events = fold;`,
  'src/panels/raw/raw-panel.ts': `import { keys } from '#state/keys.ts';\nimport { part } from './raw-part.ts';\nexport const raw = keys + part;`,
  'src/panels/raw/raw-part.ts': `export const part = 1;`,
  'src/app/shell.ts': `import { raw } from '#panels/raw/raw-panel.ts';\nexport const shell = raw;`,
  'scripts/plain-script.ts': `import { fold } from '#model/fold.ts';\nimport { events } from '#testing/events.ts';\nexport const both = fold + events;`,
};

let house = '';
let complaints: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'responses-devtools-layers-'));
  for (const file of ['oxlint.config.mjs', 'package.json', 'tsconfig.json']) copyFileSync(inProject(file), join(house, file));
  symlinkSync(inProject('node_modules'), join(house, 'node_modules'), 'junction');
  for (const [file, source] of Object.entries(HONEST)) plant(file, source);
  for (const [, file, source] of VIOLATIONS) plant(file, source);
  complaints = readComplaints(await lint(house));
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

it.each(VIOLATIONS)('catches %s (%s)', (_, file, __, rule) => {
  expect(complaints.get(file) ?? []).toContain(rule);
});

it.each(Object.keys(HONEST).filter((file) => file !== 'src/base/cycle-b.ts'))('has nothing against %s', (file) => {
  expect(complaints.get(file) ?? []).toEqual([]);
});

function plant(file: string, source: string) {
  mkdirSync(join(house, dirname(file)), { recursive: true });
  writeFileSync(join(house, file), `${source}\n`);
}

/** The linter's report as JSON; its exit code says only that there is something in it. */
function lint(folder: string): Promise<string> {
  const parameters = [inProject('node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs', '--type-aware', '--format=json', '.'];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout));
  });
}

/** Rule names, without their plugin, by file. */
function readComplaints(report: string): ReadonlyMap<string, readonly string[]> {
  const parsed = tryParseJson(report);
  const byFile = new Map<string, string[]>();
  for (const diagnostic of arrayOf(objectOf(parsed.ok ? parsed.value : null)?.['diagnostics'])) {
    const file = stringOf(objectOf(diagnostic)?.['filename']) ?? '';
    const rule = /\(([^)]+)\)$/.exec(stringOf(objectOf(diagnostic)?.['code']) ?? '')?.[1] ?? '';
    byFile.set(file, [...(byFile.get(file) ?? []), rule]);
  }
  return byFile;
}
