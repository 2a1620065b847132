/**
 * `npm run rules`: what each rule finds in each sample as it is, and in each that was broken on purpose: the table to look at after a rule was changed.
 * `npm run rules -- sequence-gap` says in words what is found where that mutation was made.
 */
import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { Problem } from '#model/problems/problem.ts';
import { MUTATIONS } from '#testing/mutations/mutations.ts';
import { breakSubject, loadSubjects, problemsIn, type Subject } from '#testing/mutations/subjects.ts';

const WHERE = [0, 0.5, 0.99];
const NAME_WIDTH = 36;
const MARKS = { error: 'E', warning: 'w', info: 'i' } as const;

const rules = [...STREAM_RULES, ...RESPONSE_RULES];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const subjects = loadSubjects();
if (asked.length === 0) printTables();
else for (const id of asked) printInWords(id);

function printTables(): void {
  subjects.forEach(({ name }, index) => console.log(`${String(index + 1).padStart(4)}  ${name}`));
  const found = subjects.map(({ recording }) => problemsIn(recording));
  console.log('\nAs they are: E error, w warning, i info\n');
  printHeader();
  for (const { id, severity } of rules)
    printRow(
      id,
      found.map((problems) => (problems.some(({ rule }) => rule.id === id) ? MARKS[severity] : ' ')),
    );
  console.log('\nBroken on purpose: ● its rule reports it, ! its rule does not, · nothing to break\n');
  printHeader();
  const sides = new Map<string, string>();
  for (const { id } of rules) {
    const trials = subjects.map((subject, index) => trialOf(subject, id, found[index] ?? []));
    printRow(
      id,
      trials.map(({ mark }) => mark),
    );
    sides.set(id, sideFindings(trials.flatMap(({ others }) => others)));
  }
  console.log('\nWhat other rules find beside it, in how many of the trials\n');
  for (const [id, others] of sides) if (others !== '') console.log(`${id.padEnd(NAME_WIDTH)} ${others}`);
}

type Trial = { readonly mark: string; readonly others: readonly string[] };

/** Breaks one sample in a few places. */
function trialOf(subject: Subject, id: string, before: readonly Problem[]): Trial {
  const known = new Set(before.map(({ rule }) => rule.id));
  const found = WHERE.flatMap((where) => {
    const mutation = MUTATIONS.get(id);
    const broken = mutation && breakSubject(subject, mutation, where);
    return broken ? [problemsIn(broken.recording, broken.stored).map(({ rule }) => rule.id)] : [];
  });
  const mark = found.length === 0 ? '·' : found.every((ids) => ids.includes(id)) ? '●' : '!';
  return { mark, others: found.flat().filter((other) => other !== id && !known.has(other)) };
}

function sideFindings(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .toSorted((one, other) => other[1] - one[1])
    .map(([id, count]) => `${id} ${count}`)
    .join(', ');
}

function printInWords(id: string): void {
  const mutation = MUTATIONS.get(id);
  for (const subject of subjects) {
    const broken = mutation && breakSubject(subject, mutation, 0.5);
    if (!broken) continue;
    console.log(`\n${subject.name}, broken at event ${broken.event ?? '–'}, path ${broken.path?.join('.') ?? '–'}`);
    for (const { rule, count, findings } of problemsIn(broken.recording, broken.stored))
      console.log(
        `  ${MARKS[rule.severity]} ${rule.id} ×${count}: ${findings[0]?.text} (events ${findings[0]?.events.join(', ')}; ${findings[0]?.paths.map((path) => path.join('.')).join(', ')})`,
      );
  }
}

/** The numbers of the samples, one digit over the other; streams stand left of the bar. */
function printHeader(): void {
  const numbers = subjects.map((_, index) => String(index + 1).padStart(2));
  for (const digit of [0, 1])
    printRow(
      '',
      numbers.map((number) => number[digit] ?? ' '),
    );
}

function printRow(name: string, cells: readonly string[]): void {
  const streams = subjects.filter(({ frames }) => frames !== null).length;
  console.log(`${name.padEnd(NAME_WIDTH)} ${cells.slice(0, streams).join(' ')} │ ${cells.slice(streams).join(' ')}`);
}
