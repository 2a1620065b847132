import { formatBytes } from '#base/format-bytes.ts';
import { stringOf } from '#base/json.ts';
import type { Retrieval } from './use-retrieval.ts';

/** The page's title: status and ID, as tabs of the browser show it. */
export function pageTitle({ phase, retrieved }: Retrieval, responseId: string): string {
  const status = retrieved === null ? TITLES[phase] : (stringOf(retrieved.recording.response['status']) ?? 'no status');
  return `${status} · ${responseId}`;
}

const TITLES = { idle: 'Open', loading: 'Loading', streaming: 'In progress', ready: 'Ready', failed: 'Failed' } as const;

/** `data-state` in words, for the status bar and screen readers. */
export function statusLine({ phase, retrieved, wasStopped, bytesSoFar, isFetching }: Retrieval): string {
  if (phase === 'loading') return bytesSoFar > 0 ? `Loading: ${formatBytes(bytesSoFar)} so far` : 'Loading';
  if (phase === 'failed') return 'Failed';
  if (phase === 'idle') return wasStopped ? 'Stopped' : 'Idle: a key is needed';
  const status = stringOf(retrieved?.recording.response['status']) ?? 'no status';
  if (phase === 'streaming') return `Waiting for the response to end: ${status}`;
  if (wasStopped) return `Stopped: ${status}`;
  return isFetching ? `Fetching again: ${status}` : `Ready: ${status}`;
}
