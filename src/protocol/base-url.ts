/** What can be said about a base URL before anything is sent. Hosts are compared as the URL parser writes them. */

export type ResolvedBaseUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly problem: 'base-url' | 'user-info' | 'placeholder'; readonly detail: string };

/**
 * Reads `baseUrl`, absolute (`https://host/v1`) or relative to the page (`/sample/v1`).
 * `pageOrigin` is the origin of the viewer, or null where there is none; then a relative URL is refused.
 * `detail` is never a password.
 */
export function resolveBaseUrl(baseUrl: string, pageOrigin: string | null): ResolvedBaseUrl {
  const text = baseUrl.trim();
  const placeholder = /\{[^}]*\}|<[^>]*>/.exec(text)?.[0];
  if (placeholder !== undefined) return { ok: false, problem: 'placeholder', detail: placeholder };
  const isRelative = text.startsWith('/') && !text.startsWith('//');
  if (!isRelative && !/^https?:\/\//i.test(text)) return { ok: false, problem: 'base-url', detail: text };
  const url = parseUrl(text, isRelative ? pageOrigin : null);
  if (url === null) return { ok: false, problem: 'base-url', detail: text };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'user-info', detail: url.host };
  return { ok: true, url };
}

/** The URL, or null when `text` is none. */
export function parseUrl(text: string, base: string | null = null): URL | null {
  try {
    return base === null ? new URL(text) : new URL(text, base);
  } catch {
    return null;
  }
}

/** This very computer. Browsers treat these names as trustworthy, so plain http to them is no mixed content (Safari excepted). */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])\.?$/.test(hostname.toLowerCase());
}

/** An address of the local network by its looks: private IPv4, unique local or link-local IPv6, `.local`. Chromium asks for a permission there. */
export function isLocalNetworkHost(hostname: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0$|\[f[cd]|\[fe[89ab]|.+\.local\.?$)/.test(
    hostname.toLowerCase(),
  );
}
