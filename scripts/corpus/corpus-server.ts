import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CorpusBody } from './read-corpus.ts';

export type CorpusServer = {
  /** What the viewer is given as base URL. */
  readonly baseUrl: string;
  readonly close: () => void;
};

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-expose-headers': 'x-request-id',
};

/** A Responses API that knows nothing but `bodies`: `GET /v1/responses/{id}` answers each byte for byte, with its status. */
export async function startCorpusServer(bodies: readonly CorpusBody[]): Promise<CorpusServer> {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    const id = /^\/v1\/responses\/([^/?]+)(?:\?|$)/.exec(request.url ?? '')?.[1];
    const body = id === undefined ? undefined : byId.get(decodeURIComponent(id));
    if (body === undefined)
      return send(response, 404, '{"error":{"message":"Not in the corpus.","type":"invalid_request_error","param":null,"code":null}}');
    return send(response, body.status, body.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has one
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...CORS, 'content-type': 'application/json', 'x-request-id': 'req_corpus' }).end(body);
}
