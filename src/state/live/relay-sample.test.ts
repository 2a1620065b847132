import { expect, it } from 'vitest';
import { answerSample, askPage } from './relay-sample.ts';

type Answer = (init: RequestInit) => Response;

/** Asks from a "worker" what `answer` says in the "page". */
function ask(answer: Answer, signal: AbortSignal | null = null): Promise<Response> {
  const request = new Request('https://viewer.example/sample/v1/responses/resp_1', { headers: { accept: 'text/event-stream' }, signal });
  return askPage(request, (question) => void answerSample(question, (_, init) => Promise.resolve(answer(init))));
}

it('hands over status, headers and body of what the page answers', async () => {
  const response = await ask(
    ({ headers }) => new Response(new Headers(headers).get('accept'), { status: 201, headers: { 'x-request-id': 'r1' } }),
  );
  expect(response.status).toBe(201);
  expect(response.headers.get('x-request-id')).toBe('r1');
  expect(await response.text()).toBe('text/event-stream');
});

it('hands over the body while it comes, and how it breaks', async () => {
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  const response = await ask(() => new Response(new ReadableStream({ start: (controller) => void (body = controller) })));
  const reader = response.body?.getReader();
  const controller = body as ReadableStreamDefaultController<Uint8Array> | null;
  controller?.enqueue(new TextEncoder().encode('one'));
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one');
  controller?.error(new TypeError('cut'));
  await expect(reader?.read()).rejects.toThrow('The connection broke.');
});

it('breaks where the page gets no answer', async () => {
  const failing = ask(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(failing).rejects.toThrow(TypeError);
});

it('ends the request in the page when it is aborted in the worker', async () => {
  const controller = new AbortController();
  const cancelled = new Promise<void>((resolve) => {
    void ask(() => new Response(new ReadableStream({ cancel: () => resolve() })), controller.signal).then(() => controller.abort());
  });
  await cancelled;
  expect(controller.signal.aborted).toBe(true);
});
