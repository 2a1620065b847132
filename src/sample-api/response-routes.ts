import type { Context, Hono } from 'hono';
import { jsonAnswer, Refusal } from './errors.ts';
import { gateResponse } from './includes.ts';
import { inputItemsPage } from './input-items.ts';
import { findMagic } from './magic-ids.ts';
import { cutIntoPieces, piecewiseBody, type Wait } from './piecewise-body.ts';
import { readPageQuery, readRetrieveQuery, type RetrieveQuery } from './query.ts';
import type { ResponseStore } from './response-store.ts';
import type { StoredResponse } from './sample-library.ts';

const BODY_PIECE_BYTES = 65_536;

/** Adds everything below `/responses/{id}` (reference §5). A magic ID may answer before any route does. */
export function addResponseRoutes(app: Hono, store: ResponseStore, wait: Wait) {
  app.use('/responses/:id/*', async (context, next) => {
    const id = context.req.param('id');
    const attempt = store.countRequest(id);
    return findMagic(id)?.magic.answer?.({ id, attempt, url: context.req.url, wait }) ?? next();
  });
  app.get('/responses/:id', async (context) => {
    const query = readRetrieveQuery(queryOf(context));
    const id = context.req.param('id');
    return query.stream ? streamAnswer(await store.find(id), query) : bodyAnswer(await store.retrieve(id), query);
  });
  app.delete('/responses/:id', async (context) => {
    const id = context.req.param('id');
    await store.remove(id);
    return jsonAnswer(200, { id, object: 'response', deleted: true });
  });
  app.get('/responses/:id/input_items', async (context) => {
    const query = readPageQuery(queryOf(context));
    const stored = await store.find(context.req.param('id'));
    return jsonAnswer(200, inputItemsPage(await stored.readInput(), query));
  });
  app.post('/responses/:id/cancel', async (context) => {
    const query = readRetrieveQuery(queryOf(context));
    return bodyAnswer(await store.cancel(context.req.param('id')), query);
  });
}

function queryOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

/** The stored text itself where nothing is held back, so that its spelling survives. */
function bodyAnswer({ text, body }: StoredResponse, { include }: RetrieveQuery): Response {
  const gated = gateResponse(body, include);
  const bytes = new TextEncoder().encode(gated === body ? text : JSON.stringify(gated, null, 2));
  const headers = { 'content-type': 'application/json' };
  if (bytes.length <= BODY_PIECE_BYTES) return new Response(bytes, { headers });
  return new Response(piecewiseBody(cutIntoPieces(bytes, BODY_PIECE_BYTES)), { headers });
}

async function streamAnswer(stored: StoredResponse, query: RetrieveQuery): Promise<Response> {
  if (stored.openStream === null) throw notStreamable(stored.body['background'] === true);
  return new Response(await stored.openStream(query), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

/** As OpenAI refuses: the parameter is named, and the code repeats the type. */
function notStreamable(isBackground: boolean): Refusal {
  const reason = isBackground ? 'it was created in the background without stream=true' : 'it was not created with background=true';
  return new Refusal(400, { message: `This response cannot be streamed: ${reason}.`, param: 'stream', code: 'invalid_request_error' });
}
