import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { createSampleApi, SAMPLE_API_PATH, type SampleApiOptions } from '#sample-api/sample-api.ts';

/** Serves the sample API at `/sample/v1` of the dev and preview servers: real HTTP, before Vite's own middleware, so that CORS is the API's own. */
export function sampleApiServer(): Plugin {
  return {
    name: 'sample-api',
    configureServer: (server) => mount(server.middlewares, [join(server.config.root, 'public/samples')]),
    configurePreviewServer: ({ config, middlewares }) =>
      mount(middlewares, [resolve(config.root, config.build.outDir, 'samples'), join(config.root, 'public/samples')]),
  };
}

function mount(middlewares: Connect.Server, folders: readonly string[]) {
  const listener = getRequestListener(createSampleApi({ readSample: sampleReader(folders) }).fetch, { overrideGlobalObjects: false });
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
    if (isForSampleApi(request.url ?? '')) listener(request, response).catch(next);
    else next();
  });
}

function isForSampleApi(url: string): boolean {
  return url.startsWith(SAMPLE_API_PATH) && ['', '/', '?'].includes(url.charAt(SAMPLE_API_PATH.length));
}

/** Reads a sample from the first of `folders` that holds it; rejects where none does. Nothing is cached: an edited sample shows at once. */
export function sampleReader(folders: readonly string[]): SampleApiOptions['readSample'] {
  return async (fileName) => {
    const attempts = await Promise.allSettled(folders.map((folder) => readFile(join(folder, fileName), 'utf8')));
    const found = attempts.find((attempt) => attempt.status === 'fulfilled');
    if (!found) throw new Error(`No sample file "${fileName}" in ${folders.join(' or ')}`);
    return found.value;
  };
}

export type SampleServer = { readonly baseUrl: string; readonly close: () => Promise<void> };

/** The sample API alone, on 127.0.0.1; port 0 takes a free one. `baseUrl` is what a client is given. */
export async function startSampleServer({
  port = 0,
  ...options
}: Partial<SampleApiOptions> & { readonly port?: number } = {}): Promise<SampleServer> {
  const readSample = sampleReader([join(import.meta.dirname, '../public/samples')]);
  const server = createAdaptorServer({ fetch: createSampleApi({ readSample, ...options }).fetch, overrideGlobalObjects: false });
  await new Promise<void>((started, failed) => server.once('error', failed).listen(port, '127.0.0.1', started));
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${actualPort}${SAMPLE_API_PATH}`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
