import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '#base/json.ts';
import { ServedStream } from './served-stream.ts';

/** What one request gets. */
export type Answer = {
  /** 200 unless said otherwise. */
  readonly status?: number;
  /** Added to `content-type: application/json` and the CORS headers; the same name replaces. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, or as JSON. */
  readonly body?: string | Uint8Array | JsonObject;
  /** Breaks the connection after the body, though more was promised. */
  readonly isCut?: boolean;
  /** False: this answer carries no CORS headers, so that the browser keeps it from the page. */
  readonly isReadable?: boolean;
};

/** A request as it arrived; preflights are kept apart. */
export type ReceivedRequest = {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** The response ID in the path, decoded; null where there is none. */
  readonly responseId: string | null;
  /** The query, in order, with what repeats. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: IncomingHttpHeaders;
};

/** An answer under way whose rest is sent on command. */
export type HeldAnswer = {
  /** Sends more of the body. */
  readonly send: (text: string) => void;
  readonly end: (text?: string) => void;
  /** Breaks the connection. */
  readonly cut: () => void;
};

type Script =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[]; next: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'held'; readonly answer: Answer; readonly take: (held: HeldAnswer) => void }
  | { readonly kind: 'stream'; readonly stream: ServedStream };

const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };

/** The message of every error body starts so; what a page shows of it came from here. */
const UNKNOWN = 'This test server has no response with the id';

/** A Responses API on a port of its own, that answers, stalls and breaks as a test says. See `startApiServer`. */
export class ApiServer {
  readonly origin: string;
  /** Host and port, as the viewer names it. */
  readonly host: string;
  /** Every request but preflights, oldest first. */
  readonly requests: ReceivedRequest[] = [];
  readonly preflights: ReceivedRequest[] = [];
  /** False: preflights and answers come without CORS headers, as from a server that no page may call. */
  allowsPages = true;
  readonly #basePath: string;
  readonly #allowedOrigin: string;
  readonly #scripts = new Map<string, Script>();
  readonly #waiting: { readonly isMet: () => boolean; readonly go: () => void }[] = [];
  readonly #close: () => Promise<void>;

  constructor(
    origin: string,
    { basePath, allowedOrigin }: { readonly basePath: string; readonly allowedOrigin: string },
    close: () => Promise<void>,
  ) {
    this.origin = origin;
    this.host = new URL(origin).host;
    this.#basePath = basePath;
    this.#allowedOrigin = allowedOrigin;
    this.#close = close;
  }

  get baseUrl(): string {
    return this.origin + this.#basePath;
  }

  /** Answers requests for `id`: the first with the first answer and so on; the last answer repeats. */
  respond(id: string, ...answers: readonly Answer[]): void {
    this.#scripts.set(id, { kind: 'answers', answers, next: 0 });
  }

  /** Takes requests for `id` and never says a word. */
  keepSilent(id: string): void {
    this.#scripts.set(id, { kind: 'silent' });
  }

  /** Sends the head of `answer` and its body so far to the next request for `id`; the rest when told. */
  hold(id: string, answer: Answer): Promise<HeldAnswer> {
    return new Promise((take) => this.#scripts.set(id, { kind: 'held', answer, take }));
  }

  /** Serves `drawing` (see `drawStream`) to requests for `id` that ask for a stream, as the returned object is told to. Others are answered as before. */
  stream(id: string, drawing: string): ServedStream {
    const stream = new ServedStream(drawing);
    this.#scripts.set(`stream ${id}`, { kind: 'stream', stream });
    return stream;
  }

  /** Answers the wish to cancel `id`. */
  respondToCancel(id: string, answer: Answer): void {
    this.#scripts.set(`cancel ${id}`, { kind: 'answers', answers: [answer], next: 0 });
  }

  /** The requests for one response, preflights left out. */
  requestsFor(id: string): readonly ReceivedRequest[] {
    return this.requests.filter(({ responseId }) => responseId === id);
  }

  /** Resolves with the `count`-th request for `id` once it has arrived. */
  async arrived(id: string, count = 1): Promise<ReceivedRequest> {
    await new Promise<void>((go) => {
      this.#waiting.push({ isMet: () => this.requestsFor(id).length >= count, go });
      this.#tellWaiting();
    });
    const request = this.requestsFor(id)[count - 1];
    if (request === undefined) throw new Error(`There is no request ${count} for ${id}: requests count from 1.`);
    return request;
  }

  /** Everything that ever arrived, preflights included. */
  get receivedCount(): number {
    return this.requests.length + this.preflights.length;
  }

  async close(): Promise<void> {
    await this.#close();
  }

  /** Takes one request; called by the server alone. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const received = this.#read(request);
    if (received.method === 'OPTIONS') {
      this.preflights.push(received);
      response.writeHead(this.allowsPages ? 204 : 404, this.allowsPages ? preflightHeaders(request, this.#allowedOrigin) : {}).end();
      return;
    }
    this.requests.push(received);
    this.#perform(this.#scriptFor(received), received, response);
    this.#tellWaiting();
  }

  #scriptFor({ responseId, method, query }: ReceivedRequest): Script | undefined {
    if (responseId === null) return undefined;
    const isForStream = query.some(([name, value]) => name === 'stream' && value === 'true');
    const special = method === 'POST' ? 'cancel' : isForStream ? 'stream' : '';
    return this.#scripts.get(`${special} ${responseId}`) ?? this.#scripts.get(responseId);
  }

  #perform(script: Script | undefined, received: ReceivedRequest, response: ServerResponse): void {
    switch (script?.kind) {
      case 'answers':
        this.#send(script.answers[Math.min(script.next++, script.answers.length - 1)] ?? {}, response);
        return;
      case 'silent':
        return;
      case 'held':
        this.#sendHead(script.answer, response);
        response.flushHeaders();
        if (script.answer.body !== undefined) response.write(bytesOf(script.answer.body));
        script.take({
          send: (text) => void response.write(text),
          end: (text = '') => void response.end(text),
          cut: () => void response.socket?.destroy(),
        });
        return;
      case 'stream':
        this.#sendStream(script.stream, received, response);
        return;
      default:
        this.#send(unknownAnswer(received), response);
    }
  }

  #sendStream(stream: ServedStream, received: ReceivedRequest, response: ServerResponse): void {
    if (stream.refusal !== null) {
      this.#send(stream.refusal, response);
      return;
    }
    this.#sendHead({ headers: EVENT_STREAM }, response);
    response.flushHeaders();
    stream.connect(received, response);
  }

  #send(answer: Answer, response: ServerResponse): void {
    const body = bytesOf(answer.body ?? '');
    if (answer.isCut !== true) {
      this.#sendHead(answer, response);
      response.end(body);
      return;
    }
    this.#sendHead({ ...answer, headers: { 'content-length': String(body.length + 1000), ...answer.headers } }, response);
    response.write(body, () => response.socket?.destroy());
  }

  #sendHead({ status = 200, headers = {}, isReadable = true }: Answer, response: ServerResponse): void {
    const crossOrigin =
      this.allowsPages && isReadable
        ? { 'access-control-allow-origin': this.#allowedOrigin, 'access-control-expose-headers': 'X-Request-ID' }
        : {};
    const requestId = `req_test_${this.requests.length}`;
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': requestId, ...crossOrigin, ...headers });
  }

  #read({ method = 'GET', url = '/', headers }: IncomingMessage): ReceivedRequest {
    const { pathname, searchParams } = new URL(url, this.origin);
    const below = pathname.startsWith(`${this.#basePath}/responses/`) ? pathname.slice(this.#basePath.length + '/responses/'.length) : null;
    const responseId = below === null ? null : decodeURIComponent(below.split('/')[0] ?? '');
    return { method, url, responseId, query: [...searchParams], headers };
  }

  #tellWaiting(): void {
    for (const one of this.#waiting.filter(({ isMet }) => isMet())) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      one.go();
    }
  }
}

export type ApiServerOptions = {
  /** Where `/responses` stands. */
  readonly basePath?: string;
  /** The one page that may read answers; `*` for all. */
  readonly allowedOrigin?: string | undefined;
};

/** Starts a server on a free port of 127.0.0.1. */
export async function startApiServer({ basePath = '/v1', allowedOrigin = '*' }: ApiServerOptions = {}): Promise<ApiServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const api = new ApiServer(`http://127.0.0.1:${port}`, { basePath, allowedOrigin }, close);
  server.on('request', (request, response) => api.handle(request, response));
  return api;
}

/** The error envelope as OpenAI sends it. */
export function refusal(status: number, message: string, more: JsonObject = {}): Answer {
  return { status, body: { error: { message, type: 'invalid_request_error', param: null, code: null, ...more } } };
}

function unknownAnswer({ responseId }: ReceivedRequest): Answer {
  return responseId === null
    ? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' }
    : refusal(404, `${UNKNOWN} '${responseId}'.`);
}

function preflightHeaders(request: IncomingMessage, allowedOrigin: string): Record<string, string> {
  return {
    'access-control-allow-origin': allowedOrigin,
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  };
}

function bytesOf(body: NonNullable<Answer['body']>): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body, null, 2));
}
