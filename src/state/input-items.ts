import { infiniteQueryOptions } from '@tanstack/react-query';
import { tryParseJson } from '#base/json.ts';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import { readAnswer, type Answer } from '#protocol/read-body.ts';
import { buildInputItemsRequest } from '#protocol/request.ts';
import { INPUT_PAGE_SIZE, joinInputPages, readInputPage, type InputPage } from '#model/input-items.ts';
import { authorized, exchange } from './exchange.ts';
import { secretOf } from './secret-of.ts';

/** Whose input is asked for, and of whom. */
export type InputTarget = {
  readonly connection: Connection;
  readonly responseId: string;
  /** The `include` values of the link; they mean the same here. */
  readonly include: readonly string[];
};

/**
 * The input of a response, a page at a time. What a response was given never changes, so a page is asked for once and kept as long as the
 * app is open; polls of an unfinished response leave it alone. The query key names no secret.
 */
export function inputItemsQuery(target: InputTarget) {
  const { connection, responseId, include } = target;
  return infiniteQueryOptions({
    queryKey: ['input items', connection.id, connection.baseUrl, responseId, include] as const,
    queryFn: ({ signal, pageParam }) => fetchInputPage(target, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (_, pages: readonly InputPage[]) => joinInputPages(pages).next,
    gcTime: Infinity,
    retryOnMount: false,
  });
}

async function fetchInputPage(target: InputTarget, after: string | null, signal: AbortSignal): Promise<InputPage> {
  const { responseId, include } = target;
  const secret = secretOf(target.connection);
  const { connection, key } = authorized(target.connection, secret);
  const query = { after, limit: INPUT_PAGE_SIZE, order: 'asc', include } as const;
  const request = buildInputItemsRequest(connection, key, responseId, query, location.origin);
  return exchange(request, { responseId, secret, purpose: 'input items', signal, onProgress: () => undefined }, toInputPage);
}

/** The page that an answer holds. Throws a `RetrieveError` that says what it holds instead. */
export function toInputPage(answer: Answer): InputPage {
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const parsed = tryParseJson(isSuccess ? answer.text.replace(/^\uFEFF/, '') : '');
  const page = parsed.ok ? readInputPage(parsed.value) : null;
  if (page !== null) return page;
  const read = readAnswer(answer);
  throw new RetrieveError(read.ok ? notAList(answer) : read.failure);
}

/** Some servers ignore the end of the path and answer with the response itself. */
function notAList({ status, text, requestId }: Answer): RetrieveFailure {
  return { kind: 'not-a-response', status, found: 'other-json', error: null, requestId, body: text, line: null, column: null };
}
