import type { Plugin } from 'vite';

/** Writes `404.html` as a copy of the page: static hosts that have no rewrite rules answer unknown paths with it, and deep links work. */
export function notFoundPage(): Plugin {
  return {
    name: 'not-found-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type === 'asset') this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
    },
  };
}
