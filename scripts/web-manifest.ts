import type { Plugin } from 'vite';

const FILE_NAME = 'manifest.webmanifest';

/** Writes the manifest that makes the viewer installable, for the base path of the build, and links it in the page. */
export function webManifest(): Plugin {
  let base = '/';
  return {
    name: 'web-manifest',
    apply: 'build',
    configResolved: (config) => void (base = config.base),
    // Credentials, since a host behind a sign-in would otherwise refuse it.
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: base + FILE_NAME, crossorigin: 'use-credentials' }, injectTo: 'head' },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: JSON.stringify(manifestFor(base), null, 2) });
    },
  };
}

/** `base` is the path that the viewer is served under, with a slash at its end; it also tells installations on one host apart. */
function manifestFor(base: string) {
  const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({
    src: `${base}${file}`,
    sizes,
    type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    purpose,
  });
  return {
    id: base,
    name: 'Responses DevTools',
    short_name: 'Responses',
    description: 'Browser DevTools for the Responses API.',
    lang: 'en',
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    // Of the splash screen; the window itself takes the light or the dark colour of the page.
    theme_color: '#14161a',
    background_color: '#14161a',
    categories: ['developer', 'developer tools', 'utilities'],
    icons: [
      icon('icon.svg', 'any', 'any'),
      icon('icons/icon-192.png', '192x192', 'any'),
      icon('icons/icon-512.png', '512x512', 'any'),
      icon('icons/maskable-512.png', '512x512', 'maskable'),
    ],
    file_handlers: [
      { action: base, accept: { 'application/json': ['.json'], 'text/event-stream': ['.sse'], 'application/jsonl': ['.jsonl'] } },
    ],
  };
}
