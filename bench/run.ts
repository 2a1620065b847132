/**
 * `npm run bench`: measures the budgets of the production build, each against a floor or a peer of the same run.
 * `npm run bench -- --write` puts the table into bench/README.md. Ends with 1 when a budget is exceeded.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { withOpenSite } from '../scripts/open-site.ts';
import { inProject } from '../scripts/project-root.ts';
import { measureBigResponse } from './big-response.ts';
import { measureDeepJson } from './deep-json.ts';
import { measureFinding } from './finding.ts';
import { measureHome } from './home-size.ts';
import { asMarkdownTable } from './row.ts';
import { measureScrolling } from './scrolling.ts';

const README = inProject('bench/README.md');
const TABLE = /(?<=<!-- table -->\n)[\s\S]*(?=<!-- end of table -->)/;

const { rows, version } = await withOpenSite(async (open) => ({
  rows: [
    ...(await measureHome(open)),
    ...(await measureBigResponse(open)),
    ...(await measureScrolling(open)),
    ...(await measureFinding(open)),
    ...(await measureDeepJson(open)),
  ],
  version: open.browser.version(),
}));

const table = asMarkdownTable(rows);
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, Chromium ${version}`;
console.log(`\n${table}\n\n${machine}`);
if (process.argv.includes('--write')) {
  writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, `${table}\n\nMeasured on ${machine}.\n`));
  console.log('Written to bench/README.md');
}
process.exitCode = rows.every(({ isWithin }) => isWithin) ? 0 : 1;
