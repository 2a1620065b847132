import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export type StaticServer = {
  /** Where the viewer is, without a slash at the end. */
  readonly url: string;
  /** Serves another folder from now on. */
  readonly deploy: (folder: string) => void;
  readonly close: () => Promise<void>;
};

/** A host that knows nothing but files: those of `folder` below `basePath`, and their `404.html` for everything else. */
export async function startStaticServer(folder = 'dist', basePath = ''): Promise<StaticServer> {
  let deployed = folder;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length + 1) : '404.html';
    const file = path === '' ? 'index.html' : normalize(decodeURIComponent(path)).replace(/^[/.]+/, '');
    readFile(join(deployed, file)).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      async () => response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(await readFile(join(deployed, '404.html'))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`,
    deploy: (other) => void (deployed = other),
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
