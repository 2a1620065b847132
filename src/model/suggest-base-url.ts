import { parseUrl } from '#protocol/base-url.ts';
import type { Provider } from '#protocol/provider.ts';

/**
 * A base URL that is likely meant instead of `baseUrl`, or null when it looks right: the endpoint cut off, the scheme added,
 * the provider's own path put in, `/v1` added where it is missing.
 */
export function suggestBaseUrl(baseUrl: string, provider: Provider): string | null {
  const text = baseUrl.trim();
  if (text === '' || text.startsWith('/')) return null;
  const isSchemeless = !/^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const url = parseUrl(isSchemeless ? `${/^(?:localhost|127\.|192\.168\.|10\.|\[::1\])/.test(text) ? 'http' : 'https'}://${text}` : text);
  // Chromium escapes what cannot be in a host name instead of refusing it.
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '' || /[%\s]/.test(url.hostname)) return null;
  const path = likelyPath(url, provider);
  const suggestion = `${url.origin}${path}${url.search}`;
  const asItIs = `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return suggestion === asItIs && !isSchemeless ? null : suggestion;
}

function likelyPath({ pathname, search }: URL, provider: Provider): string {
  const path = pathname
    .replace(/\/+/g, '/')
    .replace(/\/(?:responses|chat\/completions|completions|models)(?:\/.*)?$/, '')
    .replace(/\/deployments\/[^/]*$/, '')
    .replace(/(?:\/v1){2,}/, '/v1')
    .replace(/\/$/, '');
  if (/\/v\d+\w*$/.test(path) || search.includes('api-version')) return path;
  if (provider.id.startsWith('azure')) return '/openai/v1';
  const usual = parseUrl(provider.baseUrl.replace(/\{\w+\}/g, 'name'))?.pathname;
  if (usual !== undefined && usual !== '/' && usual.startsWith(path)) return usual.replace(/\/$/, '');
  return `${path}/v1`;
}
