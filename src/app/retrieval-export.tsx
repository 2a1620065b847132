import type { Exchange } from '#protocol/exchange.ts';
import { useSlowed } from '#ui/use-slowed.ts';
import { ExportButton } from './export-button.tsx';
import type { Retrieval } from './use-retrieval.ts';
import { useRecording } from './use-stream.ts';

/** A stream that is live is saved as it stood at most so many milliseconds ago: a menu need not be drawn with every frame. */
const RENEWAL = 500;

/** `Export` of what was retrieved so far. */
export function RetrievalExport({ retrieval, exchanges }: { readonly retrieval: Retrieval; readonly exchanges: readonly Exchange[] }) {
  const recording = useRecording(retrieval);
  const isLive = retrieval.phase === 'streaming' && retrieval.stream !== null;
  return <ExportButton recording={useSlowed(recording, isLive ? RENEWAL : 0)} exchanges={exchanges} />;
}
