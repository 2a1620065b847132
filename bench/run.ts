/**
 * `npm run bench`: measures the budgets of the production build, each against a floor or a peer of the same run.
 * `npm run bench -- --write` puts the table into bench/README.md; `npm run bench -- big deep` measures only these. Ends with 1 when a
 * budget is exceeded.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { withOpenSite } from '../scripts/open-site.ts';
import { inProject } from '../scripts/project-root.ts';
import { measureBigResponse } from './big-response.ts';
import { measureDeepJson } from './deep-json.ts';
import { measureFinding } from './finding.ts';
import { measureHome } from './home-size.ts';
import { measureLiveViews } from './live-views.ts';
import { asMarkdownTable, type BenchRow } from './row.ts';
import { measureScrolling } from './scrolling.ts';
import { measureStreamCore } from './stream-core.ts';
import { measureStreamTable } from './stream-table.ts';
import { measureTimeTravel } from './time-travel.ts';
import { measureWaterfall } from './waterfall.ts';

const README = inProject('bench/README.md');
const TABLE = /(?<=<!-- table -->\n)[\s\S]*(?=<!-- end of table -->)/;

const MEASUREMENTS = {
  home: measureHome,
  big: measureBigResponse,
  scrolling: measureScrolling,
  finding: measureFinding,
  deep: measureDeepJson,
  streams: measureStreamCore,
  table: measureStreamTable,
  waterfall: measureWaterfall,
  live: measureLiveViews,
  travel: measureTimeTravel,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const { rows, version } = await withOpenSite(async (open) => {
  const measured: BenchRow[] = [];
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    // One after the other, each with the machine for itself.
    // oxlint-disable-next-line no-await-in-loop
    if (asked.length === 0 || asked.includes(name)) measured.push(...(await measure(open)));
  }
  return { rows: measured, version: open.browser.version() };
});

const table = asMarkdownTable(rows);
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, Chromium ${version}`;
console.log(`\n${table}\n\n${machine}`);
if (process.argv.includes('--write') && asked.length === 0) {
  writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, `${table}\n\nMeasured on ${machine}.\n`));
  console.log('Written to bench/README.md');
}
process.exitCode = rows.every(({ isWithin }) => isWithin) ? 0 : 1;
