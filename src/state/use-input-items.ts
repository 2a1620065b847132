import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Connection } from '#protocol/connection.ts';
import { RetrieveError, type RetrieveFailure } from '#protocol/failure.ts';
import { providerById } from '#protocol/providers.ts';
import { joinInputPages, type InputList } from '#model/input-items.ts';
import type { Recording } from '#model/recording.ts';
import { connectionFor, connectionsStore, draftConnection } from './connections.ts';
import { lastConnectionOf } from './history.ts';
import { inputItemsQuery, type InputTarget } from './input-items.ts';
import { useStore } from './use-store.ts';

export type InputItems = {
  readonly connection: Connection;
  /** What is here so far; null before the first page. */
  readonly list: InputList | null;
  /** Why the last page asked for could not be had. */
  readonly failure: RetrieveFailure | null;
  readonly isFetching: boolean;
  readonly isLoadingAll: boolean;
  /** Tries of the page under way that failed. */
  readonly failedAttempts: number;
  /** True when the server is known to have no such endpoint, and nobody insisted. */
  readonly isKnownToLack: boolean;
  readonly wasStopped: boolean;
  /** Asks for the next page, or once more for the one that failed. */
  readonly loadMore: () => void;
  /** Asks for page after page until all is here, also while another tab is looked at. */
  readonly loadAll: () => void;
  readonly stop: () => void;
};

const NOTHING: InputTarget = { connection: draftConnection(null), responseId: '', include: [] };

/** Where the input of a recording can be asked for; null for one that came from no server. */
function useInputTarget({ source }: Recording): InputTarget | null {
  const connections = useStore(connectionsStore);
  return useMemo(() => {
    if (source.kind !== 'api') return null;
    const connection = connectionFor(connections, source.baseUrl, lastConnectionOf(source.responseId));
    return { connection, responseId: source.responseId, include: source.parameters.include };
  }, [connections, source]);
}

/** The input items that are here by now; null before the first page. Asks for nothing; as long as it is mounted, loading goes on. */
export function useInputList(recording: Recording): InputList | null {
  const target = useInputTarget(recording);
  const { data } = useInfiniteQuery({ ...inputItemsQuery(target ?? NOTHING), enabled: false });
  return useMemo(() => (data === undefined ? null : joinInputPages(data.pages)), [data]);
}

/** How many input items there are, once all are here. */
export function useInputCount(recording: Recording): number | undefined {
  const list = useInputList(recording);
  return list === null || list.ending === 'more' ? undefined : list.items.length;
}

/** The input of a recording; asks for its first page when the server may have it. null for a recording that came from no server. */
export function useInputItems(recording: Recording): InputItems | null {
  const client = useQueryClient();
  const target = useInputTarget(recording);
  const [wasStopped, setWasStopped] = useState(false);
  const [isInsisting, setIsInsisting] = useState(false);
  const [isLoadingAll, setIsLoadingAll] = useState(false);
  const run = useRef(0);
  const { connection } = target ?? NOTHING;
  const isKnownToLack = providerById(connection.presetId).canListInput === 'no' && !isInsisting;
  const options = inputItemsQuery(target ?? NOTHING);
  const query = useInfiniteQuery({ ...options, enabled: target !== null && !isKnownToLack && !wasStopped });
  const list = useMemo(() => (query.data === undefined ? null : joinInputPages(query.data.pages)), [query.data]);
  if (target === null) return null;

  async function loadPages(most: number) {
    run.current += 1;
    const own = run.current;
    setIsInsisting(true);
    setWasStopped(false);
    setIsLoadingAll(most > 1);
    for (let count = 0; count < most && run.current === own && isInView(); count += 1) {
      const hasPages = client.getQueryData(options.queryKey) !== undefined;
      // A page depends on the one before it, and one that is on its way is not asked for again.
      // oxlint-disable-next-line no-await-in-loop
      const { data, isError } = await (hasPages ? query.fetchNextPage : query.refetch)({ cancelRefetch: false });
      if (isError || data === undefined || joinInputPages(data.pages).next === null) break;
    }
    if (run.current === own) setIsLoadingAll(false);
  }
  function isInView(): boolean {
    return (client.getQueryCache().find({ queryKey: options.queryKey })?.getObserversCount() ?? 0) > 0;
  }
  function stop() {
    run.current += 1;
    setWasStopped(true);
    setIsLoadingAll(false);
    void client.cancelQueries({ queryKey: options.queryKey, exact: true });
  }
  return {
    connection,
    list,
    failure: query.isFetching ? null : failureOf(query.error),
    isFetching: query.isFetching,
    isLoadingAll,
    failedAttempts: query.failureCount,
    isKnownToLack: isKnownToLack && list === null,
    wasStopped,
    loadMore: () => void loadPages(1),
    loadAll: () => void loadPages(Infinity),
    stop,
  };
}

/** An error that is not a failure of retrieval is a bug of ours; it is shown by the boundary of the tab. */
function failureOf(error: Error | null): RetrieveFailure | null {
  if (error === null) return null;
  if (error instanceof RetrieveError) return error.failure;
  throw error;
}
