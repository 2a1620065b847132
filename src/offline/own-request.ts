import { isHashed, type BuildFiles } from './build-files.ts';

/** What a request is for: a page of the viewer, a file whose name tells its content, or one that may change under its name. */
export type OwnRequest = 'page' | 'hashed file' | 'plain file';

/** The paths that the viewer answers with its one page; home is the empty one. */
const PAGES = /^(?:$|index\.html$|responses\/|recordings\/|compare$)/;

/**
 * Whether `request` is for one of the viewer's own files, and which; null for everything else. What is null here is left to the browser as
 * if there were no worker, above all every request to an API: those carry headers or a query, have another method, or another address.
 */
export function ownRequest(
  request: Pick<Request, 'url' | 'method' | 'mode' | 'headers'>,
  scope: string,
  { start, views, rest }: BuildFiles,
): OwnRequest | null {
  const path = pathBelow(scope, request.url);
  if (path === null || request.method !== 'GET' || request.headers.has('authorization')) return null;
  if (request.mode === 'navigate') return PAGES.test(path) ? 'page' : null;
  if (request.url.includes('?')) return null;
  if (isHashed(path)) return 'hashed file'; // also of another build, which a page that is still open may ask for
  return [start, views, rest].some((files) => files.includes(path)) ? 'plain file' : null;
}

/** The path of `url` below `scope`; null where it is not below it. */
function pathBelow(scope: string, url: string): string | null {
  const { origin, pathname } = new URL(url);
  const folder = new URL(scope);
  return origin === folder.origin && pathname.startsWith(folder.pathname) ? pathname.slice(folder.pathname.length) : null;
}
