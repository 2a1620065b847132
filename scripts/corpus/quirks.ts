import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#model/problems/problem.ts';

/** What a sentence of the corpus's `quirks.md` means to the rules about problems. */
type Quirk = {
  /** Words that stand in this sentence alone. */
  readonly words: string;
  /** The servers that it speaks of, as `index.csv` names them, where it speaks of more than the recordings it names. */
  readonly servers?: RegExp;
  /** The rules that have to report each recording that it names. */
  readonly demands?: readonly string[];
  /** The rules that may report the recordings that it names, and those of its servers. */
  readonly allows?: readonly string[];
  /** What their findings have to say, where the sentence speaks of one thing only. */
  readonly only?: RegExp;
};

const EVERY_SERVER = /./;

const QUIRKS: readonly Quirk[] = [
  { words: '`status` null or missing', servers: /NeMo Gym/, allows: ['required-field-missing'], only: /^status / },
  { words: '`created_at` is a float', servers: EVERY_SERVER, allows: ['field-of-wrong-kind'], only: /^created_at / },
  { words: '`reasoning` at the top level is a **string**', servers: /mistralrs/, allows: ['field-of-wrong-kind'], only: /^reasoning / },
];

export type Quirks = {
  /** The rules that have to report a recording: its place in the corpus, "streams/….sse". */
  readonly demandedOf: (file: string) => ReadonlySet<string>;
  /** Whether a sentence speaks of what a rule found in it. */
  readonly isNamed: (file: string, problem: Problem) => boolean;
  /** Sentences that are there no more. */
  readonly problems: readonly string[];
};

/** Finds the recordings that each sentence is about. */
export function readQuirks(corpus: string): Quirks {
  const lines = readFileSync(join(corpus, 'quirks.md'), 'utf8').split('\n');
  const servers = readServers(corpus);
  const read = QUIRKS.map((quirk) => {
    const sentences = lines.filter((line) => line.includes(quirk.words));
    const named = sentences.flatMap((line) => [...line.matchAll(/`((?:streams|responses)\/[^`]+)`/g)].map((match) => match[1] ?? ''));
    return { quirk, isThere: sentences.length === 1, named: new Set(named) };
  });
  const isAbout = ({ quirk, named }: (typeof read)[number], file: string) =>
    named.has(file) || quirk.servers?.test(servers.get(file) ?? '') === true;
  return {
    demandedOf: (file) => new Set(read.flatMap(({ quirk, named }) => (named.has(file) ? (quirk.demands ?? []) : []))),
    isNamed: (file, { rule, findings }) =>
      read.some(({ quirk, ...place }) => {
        const rules = [...(quirk.demands ?? []), ...(quirk.allows ?? [])];
        const isSaid = findings.every(({ text }) => quirk.only?.test(text) ?? true);
        return rules.includes(rule.id) && isSaid && isAbout({ quirk, ...place }, file);
      }),
    problems: read.flatMap(({ quirk, isThere }) => (isThere ? [] : [`quirks.md has no single sentence with "${quirk.words}"`])),
  };
}

/** By file: the server that it was recorded from. */
function readServers(corpus: string): ReadonlyMap<string, string> {
  const [head = '', ...rows] = readFileSync(join(corpus, 'index.csv'), 'utf8').split('\n');
  const column = cellsOf(head).indexOf('server');
  return new Map(rows.map(cellsOf).map((cells) => [cells[0] ?? '', cells[column] ?? '']));
}

function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '');
}
