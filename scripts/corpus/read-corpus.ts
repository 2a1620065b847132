import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded body. */
export type CorpusBody = {
  /** Its file name without the ending; serves as its response ID. */
  readonly id: string;
  readonly text: string;
  /** The HTTP status it came with: error files name theirs ("…_401_….json"). */
  readonly status: number;
};

/** The bodies in one folder of the corpus, by name; none where the folder is missing. */
export function readCorpusFolder(corpus: string, folder: string): readonly CorpusBody[] {
  return listFolder(join(corpus, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      id: name.slice(0, -'.json'.length),
      text: readFileSync(join(corpus, folder, name), 'utf8'),
      status: statusIn(folder, name),
    }));
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch {
    return [];
  }
}

function statusIn(folder: string, name: string): number {
  if (folder !== 'errors') return 200;
  return Number(/_([45]\d\d)_/.exec(name)?.[1] ?? 400);
}
