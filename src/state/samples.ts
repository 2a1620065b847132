import { queryOptions } from '@tanstack/react-query';
import type { SampleEntry } from '#model/sample-manifest.ts';

/** The samples that come with the viewer. */
export function samplesQuery() {
  return queryOptions({
    queryKey: ['samples'] as const,
    queryFn: async ({ signal }): Promise<readonly SampleEntry[]> => {
      const response = await fetch(`${import.meta.env.BASE_URL}samples/index.json`, { signal, credentials: 'omit' });
      if (!response.ok) throw new Error(`The list of samples could not be read (HTTP ${response.status}).`);
      return (await response.json()) as readonly SampleEntry[];
    },
    retry: false,
  });
}
