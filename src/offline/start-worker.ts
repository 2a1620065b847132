import type { BuildFiles } from './build-files.ts';
import { isGood, KeptFiles } from './kept-files.ts';
import { ownRequest, type OwnRequest } from './own-request.ts';
import { readPageMessage } from './page-message.ts';
import type { WorkerScope } from './worker-scope.ts';

/** How long the host may take before what is kept is shown, in milliseconds. */
export const PATIENCE = 4000;

/**
 * Has the worker in `scope` keep the files of `build` and answer for them. The worker of a new build waits, as browsers have it, until no
 * page is left that an older one answers for, so that no page loses its parts. Pages of the new build need not wait: either worker serves
 * the files of both.
 */
export function startWorker(scope: WorkerScope, build: BuildFiles): void {
  const kept = new KeptFiles(scope, build);
  scope.addEventListener('install', (event) => event.waitUntil(install(scope, kept)));
  scope.addEventListener('activate', (event) => event.waitUntil(kept.dropOthers().then(() => scope.clients.claim())));
  scope.addEventListener('message', (event) => event.waitUntil(hear(event.data, scope, { build, kept })));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const kind = ownRequest(request, scope.registration.scope, build);
    if (kind !== null) event.respondWith(answer(kind, request, { scope, kept, lasting: (work) => event.waitUntil(work) }));
  });
}

async function install(scope: WorkerScope, kept: KeptFiles): Promise<void> {
  const keptRestBefore = await kept.keepsRest();
  await kept.keepStart();
  if (scope.navigator.connection?.saveData === true) return;
  await kept.keepViews();
  if (keptRestBefore) await kept.keepRest();
}

async function hear(
  data: unknown,
  scope: WorkerScope,
  { build, kept }: { readonly build: BuildFiles; readonly kept: KeptFiles },
): Promise<void> {
  const folder = scope.registration.scope;
  const message = readPageMessage(data);
  if (message === null || !build.start.some((file) => new URL(file, folder).href === message.entry)) return;
  if (!message.wantsAll || scope.navigator.connection?.saveData === true) return;
  await kept.keepViews();
  await kept.keepRest();
}

type Answering = { readonly scope: WorkerScope; readonly kept: KeptFiles; readonly lasting: (work: Promise<unknown>) => void };

function answer(kind: OwnRequest, request: Request, answering: Answering): Promise<Response> {
  const { scope, kept } = answering;
  switch (kind) {
    case 'page':
      return freshOrKept(scope.fetch(request), () => kept.findPage());
    case 'hashed file':
      return keptOrFresh(request, answering);
    case 'plain file':
      return freshOrKept(fetchAndKeep(request, answering), () => kept.find(request.url));
  }
}

async function keptOrFresh(request: Request, answering: Answering): Promise<Response> {
  return (await answering.kept.find(request.url)) ?? fetchAndKeep(request, answering);
}

async function fetchAndKeep(request: Request, { scope, kept, lasting }: Answering): Promise<Response> {
  const response = await scope.fetch(request);
  if (isGood(response)) lasting(kept.put(request.url, response.clone()));
  return response;
}

/** The host's answer; what is kept where the host cannot be reached, is broken, or takes too long. Rejects as `fresh` does where nothing is kept. */
async function freshOrKept(fresh: Promise<Response>, findKept: () => Promise<Response | undefined>): Promise<Response> {
  const inTime = await Promise.race([fresh.catch(() => null), late()]);
  if (inTime !== null && inTime.status < 500) return inTime;
  return (await findKept()) ?? fresh;
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));
}
