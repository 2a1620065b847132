import { Hono } from 'hono';

/** Where the dev and preview servers mount the sample API, and the path of its base URL. */
export const SAMPLE_API_PATH = '/sample/v1';

export type SampleApiOptions = {
  /** Answers the text of a file of `public/samples/`; rejects when there is none. */
  readonly readSample: (fileName: string) => Promise<string>;
};

export function createSampleApi(_options: SampleApiOptions): Hono {
  return new Hono().basePath(SAMPLE_API_PATH);
}
