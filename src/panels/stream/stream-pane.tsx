import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { StreamRecording } from '#model/recording.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Segmented } from '#ui/segmented.tsx';
import { Splitter } from '#ui/splitter.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import type { EventRange } from './waterfall/range.ts';

const WaterfallView = lazy(async () => ({ default: (await import('./waterfall/waterfall-view.tsx')).WaterfallView }));
const TimingsView = lazy(async () => ({ default: (await import('./timings/timings-view.tsx')).TimingsView }));

const USUAL = 240;
const LOWEST = 96;
const HIGHEST = 900;
/** Where the table needs all the room there is. */
const CRAMPED = '(width < 48rem) or (height < 43rem)';
const VIEWS = [
  { value: 'waterfall', title: 'Waterfall' },
  { value: 'timings', title: 'Timings' },
] as const;

type StreamPaneProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  /** The event that is looked at. */
  readonly selected: number | null;
  /** The numbers that the filter is limited to, as events say them; null for all. */
  readonly range: EventRange | null;
  /** What the filter says of items is limited to this one. */
  readonly isOnlyItem: (name: string) => boolean;
  readonly onSelect: (event: number) => void;
  /** Limits the table to the events from one to another, both included; null for all. */
  readonly onRange: (range: EventRange | null) => void;
  /** Limits the table to the events of an item, or no longer. */
  readonly onOnlyItem: (name: string) => void;
};

/** The stream as a picture and in figures, above its table: folded away or as high as the reader likes. */
export function StreamPane({ recording, isLive, selected, range, isOnlyItem, onSelect, onRange, onOnlyItem }: StreamPaneProps) {
  const id = useId();
  const { streamPaneOpen, streamPaneHeight, streamPaneView: view } = useStore(preferencesStore);
  const isCramped = useMediaQuery(CRAMPED);
  const [dragged, setDragged] = useState<number | null>(null);
  const [tools, setTools] = useState<Element | null>(null);
  const isOpen = streamPaneOpen ?? !isCramped;
  return (
    <>
      <div
        className={`flex min-h-7 shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-raised pr-2 pl-1 ${isOpen ? '' : 'text-secondary'}`}
      >
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label="Waterfall and timings"
          title={isOpen ? 'Fold away' : 'Show the stream as a picture'}
          onClick={() => setPreference('streamPaneOpen', !isOpen)}
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-secondary hover:bg-inset hover:text-text"
        >
          <ChevronRight size={14} aria-hidden className={isOpen ? 'rotate-90' : ''} />
        </button>
        <Segmented
          label="Show the stream as"
          options={VIEWS}
          value={view}
          onChange={(next) => {
            setPreference('streamPaneView', next);
            setPreference('streamPaneOpen', true);
          }}
        />
        <div ref={setTools} className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-1" />
      </div>
      {isOpen ? (
        <>
          <div
            id={id}
            className="flex max-h-[62%] min-h-0 shrink-0 flex-col overflow-hidden"
            style={{ height: dragged ?? streamPaneHeight }}
          >
            <Suspense fallback={null}>
              {view === 'timings' ? (
                <TimingsView recording={recording} isLive={isLive} onSelect={onSelect} />
              ) : (
                <WaterfallView
                  recording={recording}
                  isLive={isLive}
                  selected={selected}
                  range={range}
                  isOnlyItem={isOnlyItem}
                  toolSlot={tools}
                  onSelect={onSelect}
                  onRange={onRange}
                  onOnlyItem={onOnlyItem}
                />
              )}
            </Suspense>
          </div>
          <Splitter
            label="Height of the waterfall and timings"
            axis="y"
            canClose={false}
            size={dragged ?? streamPaneHeight}
            min={LOWEST}
            max={HIGHEST}
            usual={USUAL}
            onDrag={setDragged}
            onResize={(size) => {
              setDragged(null);
              setPreference('streamPaneHeight', size);
            }}
            controls={id}
          />
        </>
      ) : null}
    </>
  );
}
