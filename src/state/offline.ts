import type { PageMessage } from '#offline/page-message.ts';

let registration: ServiceWorkerRegistration | null = null;
let wantsAll = false;

/**
 * Has a service worker keep the viewer's own files, once the page has loaded. Does nothing in development, nor where the browser has no
 * service workers or does not allow them here: the viewer then needs its host, as any page does.
 */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (matchMedia('(display-mode: standalone)').matches) wantsAll = true;
  addEventListener('appinstalled', keepEverything);
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

/** Has everything kept, now that the viewer is in use. Waits until the page has nothing to do; a call too many costs nothing. */
export function keepEverything(): void {
  if (wantsAll) return;
  wantsAll = true;
  const whenIdle = 'requestIdleCallback' in globalThis ? requestIdleCallback : (work: () => void) => setTimeout(work, 3000);
  whenIdle(tellWorkers);
}

async function register(): Promise<void> {
  try {
    const { BASE_URL } = import.meta.env;
    registration = await navigator.serviceWorker.register(`${BASE_URL}service-worker.js`, { scope: BASE_URL, updateViaCache: 'none' });
    registration.addEventListener('updatefound', watchNewWorker);
    watchNewWorker();
    tellWorkers();
  } catch {
    // Blocked storage, a policy of the host, a browser that forbids it: nothing here depends on the worker.
  }
}

/** A worker listens once it is installed. */
function watchNewWorker(): void {
  const worker = registration?.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' || worker.state === 'activated') tellWorkers();
  });
}

/** Each worker finds out by itself whether this page is of its build. */
function tellWorkers(): void {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
  const message: PageMessage = { type: 'responses-devtools page', entry, wantsAll };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- takes a worker for a window
  for (const worker of [registration?.waiting, registration?.active]) worker?.postMessage(message);
}
