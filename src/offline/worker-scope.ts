/** An event that keeps the worker alive until what it is given has ended. */
export type LastingEvent = { readonly waitUntil: (work: Promise<unknown>) => void };

/** The events that we listen to. */
export type WorkerEvents = {
  readonly install: LastingEvent;
  readonly activate: LastingEvent;
  readonly fetch: LastingEvent & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
  readonly message: LastingEvent & { readonly data: unknown };
};

/**
 * What a service worker finds around it, as far as ours uses it. TypeScript describes all of it in `lib.webworker`, which cannot
 * stand beside the library for pages.
 */
export type WorkerScope = {
  /** `scope` is the address of the folder that the viewer is served from, with a slash at its end. */
  readonly registration: { readonly scope: string };
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly clients: { readonly claim: () => Promise<void> };
  /** `connection` is missing in Firefox and Safari. */
  readonly navigator: { readonly connection?: { readonly saveData?: boolean } };
  readonly addEventListener: <Name extends keyof WorkerEvents>(name: Name, listener: (event: WorkerEvents[Name]) => void) => void;
};
