import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { downloadBytes, fileNameOf } from '#ui/download.ts';
import type { Opening } from '#ui/json-tree-plan.ts';
import { JsonTree } from '#ui/json-tree.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { VirtualText } from '#ui/virtual-text.tsx';
import { sourceFacts } from './source-facts.ts';

type RawPanelProps = {
  readonly recording: Recording;
  /** The last press of "Expand all" or "Collapse all"; another object with each press. */
  readonly expansion?: { readonly to: 'all' | 'none'; readonly count: number } | null;
};

const LEVELS = [1, 2, 3, 4, 5];
const VIEWS = [
  { value: 'tree', title: 'Tree' },
  { value: 'source', title: 'Source' },
] as const;

/** The whole body: as a tree to open and copy from, and as the text that arrived. */
export function RawPanel({ recording, expansion = null }: RawPanelProps) {
  const [view, setView] = useState<'tree' | 'source'>('tree');
  const [opening, setOpening] = useState<Opening | null>(null);
  const [applied, setApplied] = useState(expansion);
  if (applied !== expansion) {
    setApplied(expansion);
    if (expansion !== null) setOpening(openTo(expansion.to === 'all' ? Number.POSITIVE_INFINITY : 1));
  }
  const { bytes, text, response, eventCount } = recording;
  const file = eventCount === null ? { extension: 'json', type: 'application/json' } : { extension: 'sse', type: 'text/event-stream' };
  return (
    <section aria-label="Raw body" className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Segmented label="Show as" options={VIEWS} value={view} onChange={setView} />
        {view === 'tree' ? <LevelButtons onPick={(level) => setOpening(openTo(level))} /> : <CopyButton label="Copy source" text={text} />}
        <Button
          look="quiet"
          size="small"
          onClick={() => downloadBytes(fileNameOf(stringOf(response['id']), file.extension, 'response'), bytes, file.type)}
        >
          <Download size={13} aria-hidden />
          Download
        </Button>
        <SourceNote bytes={bytes} text={text} eventCount={eventCount} />
      </div>
      {/* Hidden, not removed: what was opened in the tree stays open. */}
      <div hidden={view !== 'tree'} className="min-h-0 flex-1 scroll-pb-10 overflow-y-auto">
        <JsonTree value={response} label="Response body" opening={opening} />
      </div>
      {view === 'source' ? (
        <VirtualText text={text} label="Source of the body" className="min-h-64 flex-1 rounded-md border border-line bg-raised" />
      ) : null}
    </section>
  );
}

function LevelButtons({ onPick }: { readonly onPick: (level: number) => void }) {
  return (
    <div role="group" aria-label="Expand to level" className="flex items-center gap-0.5 text-sm text-secondary">
      <span aria-hidden className="mr-1">
        Expand to level
      </span>
      {LEVELS.map((level) => (
        <Button key={level} look="quiet" size="small" aria-label={`Expand to level ${level}`} onClick={() => onPick(level)}>
          {level}
        </Button>
      ))}
    </div>
  );
}

function SourceNote({ bytes, text, eventCount }: Pick<Recording, 'bytes' | 'text' | 'eventCount'>) {
  const { hasByteOrderMark, hasInvalidBytes } = useMemo(() => sourceFacts(bytes, text), [bytes, text]);
  return (
    <p className="min-w-0 text-sm text-secondary">
      <span title={`${formatNumber(bytes.length)} bytes`}>{formatBytes(bytes.length)}</span>
      {eventCount === null ? '' : ` · a stream of ${formatCount(eventCount, 'event')}; the tree shows the response it ended as`}
      {hasByteOrderMark ? ' · begins with a byte order mark' : ''}
      {hasInvalidBytes ? (
        <span className="text-warning"> · some bytes are not UTF-8 and are shown as � (the download has them as they came)</span>
      ) : null}
    </p>
  );
}

function openTo(levels: number): Opening {
  return { levels, pages: 'all' };
}
