import { createStore, type ReadableStore } from '#base/store.ts';

const isThere = createStore(false);

/** True once a part of this page was missing and the server turned out to have another version of the viewer. */
export const newVersionStore: ReadableStore<boolean> = isThere;

/** Looks for a newer version when a part of this one cannot be loaded: after a deploy the parts of the old one are gone. */
export function watchForNewVersion(): void {
  addEventListener('vite:preloadError', () => void look());
}

async function look(): Promise<void> {
  const page = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' }).catch(() => null);
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (page?.ok !== true || entry === null) return;
  if (!(await page.text()).includes(new URL(entry.src).pathname)) isThere.set(true);
}
