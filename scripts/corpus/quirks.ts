import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#model/problems/problem.ts';

/** What a sentence of the corpus's `quirks.md` means to the rules about problems. */
type Quirk = {
  /** Words that stand in this sentence alone. */
  readonly words: string;
  /** Which others it speaks of, by their server as `index.csv` has it and the place of the file: "vLLM streams/….sse". */
  readonly others?: RegExp;
  /** The rules that have to report each recording that it names. */
  readonly demands?: readonly string[];
  /** The rules that may report the recordings that it names, and the others. */
  readonly allows?: readonly string[];
  /** What their findings have to say, where the sentence speaks of one thing only. */
  readonly only?: RegExp;
};

const EVERY = /./;

const QUIRKS: readonly Quirk[] = [
  {
    words: 'every item id in the final payload is new',
    others: /^(?:vLLM|compatible \(gpt-oss-120b\)) streams/,
    demands: ['ids-rotate', 'done-item-differs-from-terminal'],
  },
  { words: 'an empty `message` item is streamed', demands: ['done-item-differs-from-terminal'], allows: ['deltas-differ-from-done'] },
  { words: '`response.id`, `item.id` and `item_id` all rotate', demands: ['ids-rotate'] },
  { words: 'only item 2 ever gets `output_item.done`', demands: ['late-mcp-tools'] },
  { words: 'two fixtures whose authors cut the image data', demands: ['done-item-differs-from-terminal'] },
  { words: 'Final `output: []`', others: /Codex|streams\/rust-genai/, demands: ['terminal-output-empty'] },
  // Another cassette of the same authors is cut in the same way.
  { words: 'differs from the sum of its deltas', others: /streams\/braintrust/, demands: ['deltas-differ-from-done'] },
  { words: 'a `message` item is added at the index', others: /^vLLM streams/, allows: ['item-never-closed'], only: /message/ },
  { words: 'Deltas for a part that was never added', demands: ['delta-to-unknown-part'] },
  { words: '`sequence_number` is missing from every event', demands: ['sequence-absent'] },
  { words: 'Last event not followed by a blank line', others: EVERY, allows: ['framing'], only: /^no blank line/ },
  { words: '`error` is nested on the wire', others: EVERY, demands: ['error-shape'] },
  { words: '`status` null or missing', others: /NeMo Gym/, allows: ['required-field-missing'], only: /^status / },
  { words: '`created_at` is a float', others: EVERY, allows: ['field-of-wrong-kind'], only: /^created_at / },
  { words: '`reasoning` at the top level is a **string**', others: /mistralrs/, allows: ['field-of-wrong-kind'], only: /^reasoning / },
  { words: 'a `message` item is added at the index', others: /^vLLM streams/, allows: ['item-never-closed'], only: /\(message\)/ },
  { words: 'Last event not followed by a blank line', others: EVERY, allows: ['framing'], only: /^no blank line/ },
  { words: 'Deltas for a part that was never added', demands: ['delta-to-unknown-part'] },
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
    named.has(file) || quirk.others?.test(`${servers.get(file) ?? ''} ${file}`) === true;
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
