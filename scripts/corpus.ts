/**
 * `npm run corpus`: puts every recorded body through our readers, opens one of each shape in the built viewer, and says what cannot be read.
 * `npm run corpus -- all` opens every one.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { splitByShape } from './corpus/body-shape.ts';
import { browseCorpus, pickVaried } from './corpus/browse-corpus.ts';
import { checkCorpus } from './corpus/check-corpus.ts';
import { foldCorpus } from './corpus/fold-corpus.ts';
import { keepCorpus } from './corpus/keep-corpus.ts';
import { parseCorpus } from './corpus/parse-corpus.ts';
import { readCorpusFolder } from './corpus/read-corpus.ts';
import { inProject } from './project-root.ts';

const FOLDERS = ['responses', 'errors', 'input_items', 'other'];
const THOROUGHLY_OPENED = 40;

const corpus = resolve(process.env['CORPUS_DIR'] || inProject('../shared/corpus'));
if (existsSync(corpus)) await run();
else console.log(`There is no corpus at ${corpus}, so there is nothing to check. CORPUS_DIR says where one is.`);

async function run(): Promise<void> {
  const startedAt = performance.now();
  const folders = new Map(FOLDERS.map((folder) => [folder, readCorpusFolder(corpus, folder)]));
  const { responses, found, unknownNames, problems: unparsed } = parseCorpus(folders);
  printCounts('Bodies, by what they were read as', found);
  printCounts('Names that are shown generically', unknownNames);
  const folded = foldCorpus(corpus);
  printCounts(`What ${folded.streams} streams say otherwise than their final payloads`, folded.named);
  const checked = checkCorpus(corpus, responses);
  printCounts('What the rules report, in how many recordings', checked.found);
  const { first, repeated } = process.argv.includes('all') ? { first: responses, repeated: 0 } : splitByShape(responses);
  const thorough = pickVaried(first, THOROUGHLY_OPENED);
  const leftOut = repeated === 0 ? '' : `, without ${repeated} of the same fields as one of them`;
  console.log(`\nOpening ${first.length} responses in a browser, ${thorough.size} of them with every tab${leftOut} …`);
  let problems = 0;
  const report = (problem: string) => {
    problems += 1;
    console.log(problem);
  };
  const readings = new Map<string, number>();
  const onReading = (reading: string) => readings.set(reading, (readings.get(reading) ?? 0) + 1);
  [...unparsed, ...folded.problems, ...checked.problems, ...(await keepCorpus(corpus))].forEach(report);
  await browseCorpus({ responses: first, errors: folders.get('errors') ?? [], thorough, report, onReading });
  printCounts('Strings of output, by how they can be read', readings);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`\n${problems} problems in ${responses.length} responses, ${seconds} s`);
  process.exitCode = problems === 0 && responses.length > 0 ? 0 : 1;
}

function printCounts(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(`\n${title}: ${counts.size === 0 ? 'none' : ''}`);
  for (const [name, count] of [...counts].toSorted((left, right) => right[1] - left[1]))
    console.log(`${String(count).padStart(7)}  ${name}`);
}
