import type { BuildFiles } from './build-files.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerEvents, WorkerScope } from './worker-scope.ts';

export const SCOPE = 'https://viewer.example/tools/';

/** A browser with one folder of a host: what it has stored outlives its workers. */
export class BrowserForTests {
  readonly #stores = new Map<string, Map<string, Response>>();
  /** Every request that reached the host, as paths below the folder. */
  readonly asked: string[] = [];
  /** The files of the host, by path below the folder; a function answers anew each time. */
  files: Readonly<Record<string, () => Response>> = {};
  isOnline = true;
  /** Requests are never answered. */
  isStuck = false;
  savesData = false;

  /** What is kept, as `cache name → paths`. */
  get kept(): Readonly<Record<string, readonly string[]>> {
    const path = (url: string) => url.slice(SCOPE.length);
    return Object.fromEntries([...this.#stores].map(([name, entries]) => [name, [...entries.keys()].map(path).toSorted()]));
  }

  /** Fills caches that are not ours. */
  keepForOthers(names: readonly string[]): void {
    for (const name of names) this.#stores.set(name, new Map());
  }

  /** Starts a worker for `build`; the caller sends it its events. */
  start(build: BuildFiles): WorkerForTests {
    const worker = new WorkerForTests();
    const scope: WorkerScope = {
      registration: { scope: SCOPE },
      caches: this.#caches(),
      fetch: (input) => this.#fetch(input instanceof Request ? input.url : String(input)),
      clients: { claim: async () => undefined },
      navigator: { connection: { saveData: this.savesData } },
      addEventListener: (name, listener) => worker.listeners.set(name, listener as (event: unknown) => void),
    };
    startWorker(scope, build);
    return worker;
  }

  async #fetch(url: string): Promise<Response> {
    if (!this.isOnline) throw new TypeError('Failed to fetch');
    if (this.isStuck) return new Promise(() => undefined);
    const path = url.slice(SCOPE.length);
    this.asked.push(path);
    return this.files[path]?.() ?? new Response('Not found', { status: 404 });
  }

  /** As much of the Cache API as our worker uses. */
  #caches(): CacheStorage {
    const stores = this.#stores;
    const match = (name: string, url: string) => stores.get(name)?.get(url)?.clone();
    const open = async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        match: async (url: string) => match(name, url),
        put: async (url: string, response: Response) => void store.set(url, response),
      };
    };
    const all = {
      open,
      keys: async () => [...stores.keys()],
      delete: async (name: string) => stores.delete(name),
      match: async (url: string, { cacheName }: { readonly cacheName: string }) => match(cacheName, url),
    };
    return all as unknown as CacheStorage;
  }
}

/** A worker that is sent events by hand. */
export class WorkerForTests {
  readonly listeners = new Map<keyof WorkerEvents, (event: unknown) => void>();

  /** Sends an event and waits for all that it asked to be waited for. Rejects as that does. */
  async send(name: 'install' | 'activate' | 'message', data?: unknown): Promise<void> {
    const works: Promise<unknown>[] = [];
    this.listeners.get(name)?.({ data, waitUntil: (work: Promise<unknown>) => works.push(work) });
    await Promise.all(works);
  }

  /** What the worker answers to a request of the page; null where it leaves it to the browser. */
  async ask(
    path: string,
    { isNavigation = false, ...init }: RequestInit & { readonly isNavigation?: boolean } = {},
  ): Promise<Response | null> {
    const request = new Request(SCOPE + path, init);
    if (isNavigation) Object.defineProperty(request, 'mode', { value: 'navigate' });
    const works: Promise<unknown>[] = [];
    let answer: Promise<Response> | null = null;
    this.listeners.get('fetch')?.({
      request,
      respondWith: (given: Promise<Response>) => (answer = given),
      waitUntil: (work: Promise<unknown>) => works.push(work),
    });
    const answered = await (answer as Promise<Response> | null);
    await Promise.all(works);
    return answered;
  }
}
