import { isHashed, type BuildFiles } from './build-files.ts';
import type { WorkerScope } from './worker-scope.ts';

/** How many files are fetched at a time: the page that is open goes first. */
const AT_A_TIME = 4;

/** Another worker of the same scope, older or newer, keeps its files under a name that begins alike. */
function cacheNames(scope: string, { id }: BuildFiles) {
  const everyBuild = `responses-devtools ${new URL(scope).pathname} `;
  return { everyBuild, own: everyBuild + id, rest: `${everyBuild}${id} rest` };
}

/**
 * The files of one build in the browser's cache. What is kept belongs together: the page and its scripts are of the same build, whatever
 * is deployed meanwhile.
 */
export class KeptFiles {
  readonly #scope: WorkerScope;
  readonly #build: BuildFiles;
  readonly #names: ReturnType<typeof cacheNames>;

  constructor(scope: WorkerScope, build: BuildFiles) {
    this.#scope = scope;
    this.#build = build;
    this.#names = cacheNames(scope.registration.scope, build);
  }

  /** Keeps what home loads, then the page. Rejects when one of them cannot be had, or the page is already that of another build. */
  async keepStart(): Promise<void> {
    const cache = await this.#scope.caches.open(this.#names.own);
    const page = await this.#scope.fetch(this.#url(''), { cache: 'no-cache' });
    const text = await page.text();
    if (!this.#build.start.filter(isHashed).every((file) => text.includes(file))) throw new Error('The page is that of another build.');
    await Promise.all(this.#build.start.map((file) => this.#keep(cache, file)));
    // Made anew, since the answer to a redirect must not be shown as a page.
    await cache.put(this.#url(''), new Response(text, { headers: page.headers }));
  }

  /** Keeps what it takes to look at a response. What cannot be had now is kept when it is used. */
  async keepViews(): Promise<void> {
    await this.#keepMissing(this.#names.own, this.#build.views);
  }

  /** Keeps everything else too, for this build and those to come. */
  async keepRest(): Promise<void> {
    await this.#keepMissing(this.#names.rest, this.#build.rest);
  }

  /** True once everything was kept, by this build or an earlier one. */
  async keepsRest(): Promise<boolean> {
    return (await this.#ownNames()).some((name) => name.endsWith(' rest'));
  }

  /** Forgets what other builds kept. Nothing that belongs to others on this origin is touched. */
  async dropOthers(): Promise<void> {
    const { own, rest } = this.#names;
    const others = (await this.#ownNames()).filter((name) => name !== own && name !== rest);
    await Promise.all(others.map((name) => this.#scope.caches.delete(name)));
  }

  /** The page of the newest build that is kept: of ours, or of one whose worker waits for us to end. It is there when all it starts with is. */
  async findPage(): Promise<Response | undefined> {
    return this.find(this.#url(''));
  }

  /** A kept file by its full address, of the newest build that has it: caches are listed as they were made. */
  async find(url: string): Promise<Response | undefined> {
    const found = await Promise.all(
      (await this.#ownNames()).map((cacheName) => this.#scope.caches.match(url, { cacheName, ignoreVary: true })),
    );
    return found.findLast((response) => response !== undefined);
  }

  /** Keeps a file that was just received. A full disk is no reason to fail. */
  async put(url: string, response: Response): Promise<void> {
    await this.#scope.caches
      .open(this.#names.own)
      .then((cache) => cache.put(url, response))
      .catch(() => undefined);
  }

  async #keepMissing(cacheName: string, files: readonly string[]): Promise<void> {
    const cache = await this.#scope.caches.open(cacheName);
    const waiting = [...files];
    const work = async () => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        // One after the other on purpose: `AT_A_TIME` of these run side by side.
        // oxlint-disable-next-line no-await-in-loop
        await this.#keep(cache, file).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  }

  async #keep(cache: Cache, file: string): Promise<void> {
    const url = this.#url(file);
    if ((await cache.match(url, { ignoreVary: true })) !== undefined) return;
    const known = isHashed(file) ? await this.find(url) : undefined;
    await cache.put(url, known ?? (await this.#download(file)));
  }

  async #download(file: string): Promise<Response> {
    const response = await this.#scope.fetch(this.#url(file), { cache: isHashed(file) ? 'default' : 'no-cache', priority: 'low' });
    if (isGood(response)) return response;
    await response.body?.cancel(); // a body that nobody reads keeps its worker busy
    throw new Error(`${file} could not be had (HTTP ${response.status}).`);
  }

  #url(file: string): string {
    return new URL(file, this.#scope.registration.scope).href;
  }

  async #ownNames(): Promise<readonly string[]> {
    return (await this.#scope.caches.keys()).filter((name) => name.startsWith(this.#names.everyBuild));
  }
}

/** True for an answer worth keeping. A host may answer unknown paths with its page, which is no script: no file but the page is HTML. */
export function isGood(response: Response): boolean {
  return response.ok && !response.redirected && !/^text\/html\b/i.test(response.headers.get('content-type') ?? '');
}
