import { useEffect, useMemo, useState } from 'react';
import { rangeAt } from '#base/json-range.ts';
import type { JsonPath } from '#base/json.ts';
import type { PanelFind } from '#model/find.ts';
import type { Recording } from '#model/recording.ts';
import type { Reveal } from '#model/reveal.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import type { Travel } from '#state/use-travel.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DocumentTree } from '#ui/document-tree.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { VirtualText } from '#ui/virtual-text.tsx';
import { LossNote } from './loss-note.tsx';
import type { ResponseSource } from './response-source.ts';
import { ConnectionChoice, Downloads, SourceNote } from './raw-bar.tsx';
import { useAsSent } from './use-as-sent.ts';
import { useReceived } from './use-received.ts';

type RawPanelProps = {
  readonly recording: Recording;
  /** True while more of it is expected. */
  readonly isLive?: boolean;
  /** The cursor in a stream; null for what is none. */
  readonly travel?: Pick<Travel, 'event'> | null;
  /** The last press of "Expand all" or "Collapse all"; another object with each press. */
  readonly expansion?: { readonly to: 'all' | 'none'; readonly count: number } | null;
  /** A place to show; another object each time it is asked for. */
  readonly reveal?: Reveal | null;
  readonly find?: PanelFind | null;
  /** Told the source text while that is shown, and null while the tree is. */
  readonly onTextShown?: (text: string | null) => void;
};

/** So much of a long value is marked in the source. */
const MOST_MARKED = 500;

const LEVELS = [1, 2, 3, 4, 5];
const VIEWS = [
  { value: 'tree', title: 'Tree' },
  { value: 'source', title: 'Source' },
] as const;
type RawView = (typeof VIEWS)[number]['value'];

/** The whole body: as a tree to open and copy from, and as the text that arrived. */
export function RawPanel({
  recording,
  isLive = false,
  travel = null,
  expansion = null,
  reveal = null,
  find = null,
  onTextShown = ignore,
}: RawPanelProps) {
  const [view, setView] = useState<RawView>('tree');
  const [opening, setOpening] = useState(() => openingOf(expansion));
  const [place, setPlace] = useState<{ readonly path: JsonPath } | null>(reveal);
  const [chosen, setChosen] = useState<JsonPath | null>(null);
  const [applied, setApplied] = useState({ expansion, reveal });
  if (applied.expansion !== expansion || applied.reveal !== reveal) {
    setApplied({ expansion, reveal });
    if (applied.expansion !== expansion && expansion !== null) setOpening(openingOf(expansion));
    if (applied.reveal !== reveal && reveal !== null) show(reveal.path);
  }
  const { pathFormat } = useStore(preferencesStore);
  const event = travel?.event ?? null;
  // What is still growing is read once it is whole; so is what stood somewhere in between.
  const { sent, source } = useAsSent((isLive && recording.kind === 'stream') || event !== null ? null : recording);
  const { response } = recording;
  const received = useReceived(recording, { isShown: view === 'source', isLive: isLive && event === null });
  const { body, onCatchUp } = received;
  const text = body?.text ?? '';
  useEffect(() => {
    onTextShown(view === 'source' ? text : null);
    return () => onTextShown(null);
  }, [onTextShown, view, text]);
  function show(path: JsonPath) {
    setView('tree');
    setChosen(path);
    setPlace({ path });
  }
  return (
    <section aria-label="Raw body" className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Segmented label="Show as" options={VIEWS} value={view} onChange={setView} />
        {view === 'tree' ? <LevelButtons onPick={(levels) => setOpening({ levels })} /> : <CopyButton label="Copy source" text={text} />}
        {view === 'source' ? <ConnectionChoice received={received} /> : null}
        <Downloads recording={recording} received={received} />
        <SourceNote recording={recording} body={body} isLive={isLive} event={event} />
        {onCatchUp === null || view === 'tree' ? null : (
          <Button size="small" onClick={onCatchUp}>
            Show what came since
          </Button>
        )}
        <LossNote sent={sent} onShow={show} />
      </div>
      {/* Hidden, not removed: what was opened in the tree stays open. */}
      <div hidden={view !== 'tree'} className="flex min-h-0 flex-1 flex-col max-lg:h-[70dvh] max-lg:flex-none [&[hidden]]:hidden">
        <DocumentTree
          value={response}
          sent={sent}
          source={source?.text ?? ''}
          label="Response body"
          rootName="response"
          opening={opening}
          reveal={place}
          find={view === 'tree' ? find : null}
          pathFormat={pathFormat}
          onPathFormat={(format) => setPreference('pathFormat', format)}
          onChosen={setChosen}
        />
      </div>
      {view === 'source' ? (
        <SourceText text={text} source={source?.connection === received.connection ? source : null} chosen={chosen} find={find} />
      ) : null}
    </section>
  );
}

type SourceTextProps = {
  readonly text: string;
  readonly source: ResponseSource | null;
  /** The place chosen in the tree: where the source is shown first. */
  readonly chosen: JsonPath | null;
  readonly find: PanelFind | null;
};

function SourceText({ text, source, chosen, find }: SourceTextProps) {
  const range = useMemo(() => (source === null || chosen === null ? null : rangeInBody(source, chosen)), [source, chosen]);
  const marks = useMemo(() => {
    const found = find?.current ?? null;
    const isHere = found !== null && found.path.length === 0 && found.in === 'value';
    return { spansIn: find?.matcher.spansIn ?? null, current: isHere ? found : range, currentIs: isHere ? 'found' : 'chosen' } as const;
  }, [find, range]);
  return (
    <VirtualText
      text={text}
      label="Source of the body"
      marks={marks}
      className="min-h-64 flex-1 rounded-md border border-line bg-raised max-lg:h-[70dvh] max-lg:flex-none"
    />
  );
}

/** Where the value at `path` stands in the body: its beginning, which is what the eye looks for, when it is long. */
function rangeInBody({ text, start }: ResponseSource, path: JsonPath) {
  const range = rangeAt(text, path);
  return range === null ? null : { start: start + range.start, end: start + Math.min(range.end, range.start + MOST_MARKED) };
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

function openingOf(expansion: RawPanelProps['expansion']): { readonly levels: number } | null {
  return (expansion ?? null) === null ? null : { levels: expansion?.to === 'all' ? Infinity : 1 };
}

function ignore(): void {}
