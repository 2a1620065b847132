import { compileFind, type FindQuery, type Matcher, type TextSpan } from '#model/find.ts';

/** What the worker is asked: the first message brings the query, each one texts. */
export type FindRequest = { readonly query: FindQuery; readonly texts: readonly string[] };
export type FindAnswer = readonly (readonly TextSpan[])[];

let last: { readonly query: string; readonly matcher: Matcher } | null = null;

function matcherFor(query: FindQuery): Matcher | null {
  const key = JSON.stringify(query);
  if (last?.query === key) return last.matcher;
  const compiled = compileFind(query);
  last = compiled.ok ? { query: key, matcher: compiled.matcher } : null;
  return last?.matcher ?? null;
}

addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  const matcher = matcherFor(data.query);
  const answer: FindAnswer = data.texts.map((text) => matcher?.spansIn(text) ?? []);
  postMessage(answer);
});
