import { providerById } from '#protocol/providers.ts';
import type { ReadSample } from '#sample-api/sample-library.ts';

type SampleApi = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** Every answer of the sample API carries this header, and no static host's does. */
const MARK = 'openai-version';

/** True for the sample API of this very site. */
export function isSampleUrl(url: string): boolean {
  const { origin, pathname } = new URL(url, location.origin);
  return origin === location.origin && pathname.startsWith(`${providerById('sample').baseUrl}/`);
}

/** Set once a request showed that nobody mounts the sample API here. */
let api: Promise<SampleApi> | null = null;
let load = loadSampleApi;

/** In a worker: where the sample API is that answers in place of a server. */
export function answerSamplesWith(other: SampleApi): void {
  load = () => Promise.resolve(other);
}

/**
 * Asks the sample API of this very site: over HTTP where its server mounts it, else the same handler, loaded into the page, over the sample
 * files that every build carries. Throws as `fetch` does.
 */
export async function fetchSample(url: string, init: RequestInit): Promise<Response> {
  if (api === null) {
    const answer = await fetch(url, init).catch(() => null);
    if (answer?.headers.has(MARK) === true) return answer;
    init.signal?.throwIfAborted();
    api = load();
    api.catch(() => (api = null)); // a part that could not be loaded may be there next time
  }
  const handler = await api;
  return handler.fetch(new Request(url, init));
}

async function loadSampleApi(): Promise<SampleApi> {
  const { createSampleApi } = await import('#sample-api/sample-api.ts');
  return createSampleApi({ readSample });
}

const readSample: ReadSample = async (fileName) => {
  const answer = await fetch(`${import.meta.env.BASE_URL}samples/${fileName}`, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`The sample file ${fileName} could not be read (HTTP ${answer.status}).`);
  return answer.text();
};
