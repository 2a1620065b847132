import { fetchSample } from '#state/sample-fetch.ts';

/**
 * On static hosts the sample API runs in the page. A worker asks the page instead of running another one: a response that is cancelled,
 * polled and streamed has to be the same response.
 */

/** What the worker sends; answers come by the port, and a message by it ends the request. */
export type SampleQuestion = {
  readonly kind: 'sample';
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly port: MessagePort;
};

type SampleAnswer =
  | { readonly kind: 'head'; readonly status: number; readonly headers: readonly (readonly [string, string])[] }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken' };

/** The worker's side: a `fetch` whose answers come from the page. `post` hands a question, with its port, to the page. */
export function askPage(request: Request, post: (question: SampleQuestion, transfer: Transferable[]) => void): Promise<Response> {
  const { port1: port, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    let body: ReadableStreamDefaultController<Uint8Array> | null = null;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => void (body = controller),
      cancel: () => port.postMessage('stop'),
    });
    function fail() {
      const error = new TypeError('The connection broke.');
      body?.error(error);
      body = null;
      reject(error);
    }
    function take(answer: SampleAnswer) {
      if (answer.kind === 'head')
        resolve(
          new Response(stream, { status: answer.status, headers: answer.headers.map(([name, value]): [string, string] => [name, value]) }),
        );
      else if (answer.kind === 'piece') body?.enqueue(answer.bytes);
      else if (answer.kind === 'end') body?.close();
      else fail();
    }
    request.signal.addEventListener('abort', () => {
      port.postMessage('stop');
      fail();
    });
    port.addEventListener('message', ({ data }: MessageEvent<SampleAnswer>) => take(data));
    port.start();
    post({ kind: 'sample', url: request.url, headers: [...request.headers], port: port2 }, [port2]);
  });
}

/** The page's side. `ask` is what answers in the page. */
export async function answerSample({ url, headers, port }: SampleQuestion, ask: typeof fetchSample = fetchSample): Promise<void> {
  const controller = new AbortController();
  const answer = (message: SampleAnswer) => port.postMessage(message);
  port.addEventListener('message', () => controller.abort());
  port.start();
  try {
    const response = await ask(url, {
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      signal: controller.signal,
    });
    answer({ kind: 'head', status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    controller.signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
    for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read())
      answer({ kind: 'piece', bytes: read.value });
    answer({ kind: 'end' });
  } catch {
    answer({ kind: 'broken' });
  }
}
