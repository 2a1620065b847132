import { readAnswer, type Answer } from '#protocol/read-body.ts';
import type { JsonObject } from '#base/json.ts';
import type { CorpusBody } from './read-corpus.ts';
import { countUnknownNames, type NameCounts } from './unknown-names.ts';

export type ParsedBody = { readonly body: CorpusBody; readonly response: JsonObject };
export type ParsedCorpus = {
  readonly responses: readonly ParsedBody[];
  /** How often each kind of body was found: "responses: response", "errors: refused", … */
  readonly found: NameCounts;
  readonly unknownNames: NameCounts;
  /** What our readers should have understood and did not. */
  readonly problems: readonly string[];
};

/** Puts every body through the readers of the app. Nothing is caught: a reader that throws is a bug, and its stack is wanted. */
export function parseCorpus(folders: ReadonlyMap<string, readonly CorpusBody[]>): ParsedCorpus {
  const found: NameCounts = new Map();
  const unknownNames: NameCounts = new Map();
  const problems: string[] = [];
  const responses: ParsedBody[] = [];
  for (const [folder, bodies] of folders) {
    for (const body of bodies) {
      const result = readAnswer(answerOf(body));
      const kind = result.ok ? 'response' : result.failure.kind === 'not-a-response' ? result.failure.found : result.failure.kind;
      found.set(`${folder}: ${kind}`, (found.get(`${folder}: ${kind}`) ?? 0) + 1);
      if (result.ok) {
        responses.push({ body, response: result.response });
        countUnknownNames(result.response, unknownNames);
      } else if (folder === 'responses') problems.push(`${body.id}: read as ${kind}, not as a response`);
      else if (folder === 'errors' && !hasMessage(result.failure)) problems.push(`${body.id}: no message found in the error body`);
    }
  }
  return { responses, found, unknownNames, problems };
}

function answerOf({ text, status }: CorpusBody): Answer {
  return { status, contentType: 'application/json', text, requestId: null, retryAfterMilliseconds: null };
}

function hasMessage(failure: object): boolean {
  return (
    'error' in failure &&
    typeof failure.error === 'object' &&
    failure.error !== null &&
    'message' in failure.error &&
    failure.error.message !== ''
  );
}
