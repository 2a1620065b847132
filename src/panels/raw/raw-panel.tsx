import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { rangeAt } from '#base/json-range.ts';
import { stringOf, type JsonPath } from '#base/json.ts';
import type { PanelFind } from '#model/find.ts';
import type { Recording } from '#model/recording.ts';
import { bodyOf, eventCountOf, type ReceivedBody } from '#model/recording-body.ts';
import type { Reveal } from '#model/reveal.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { downloadBytes, fileNameOf } from '#ui/download.ts';
import { DocumentTree } from '#ui/document-tree.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { VirtualText } from '#ui/virtual-text.tsx';
import { LossNote } from './loss-note.tsx';
import type { ResponseSource } from './response-source.ts';
import { sourceFacts } from './source-facts.ts';
import { useAsSent } from './use-as-sent.ts';

type RawPanelProps = {
  readonly recording: Recording;
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
export function RawPanel({ recording, expansion = null, reveal = null, find = null, onTextShown = ignore }: RawPanelProps) {
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
  const { sent, source } = useAsSent(recording);
  const { response } = recording;
  const { bytes, text } = bodyOf(recording);
  const eventCount = eventCountOf(recording);
  useEffect(() => {
    onTextShown(view === 'source' ? text : null);
    return () => onTextShown(null);
  }, [onTextShown, view, text]);
  function show(path: JsonPath) {
    setView('tree');
    setChosen(path);
    setPlace({ path });
  }
  const file = eventCount === null ? { extension: 'json', type: 'application/json' } : { extension: 'sse', type: 'text/event-stream' };
  return (
    <section aria-label="Raw body" className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Segmented label="Show as" options={VIEWS} value={view} onChange={setView} />
        {view === 'tree' ? <LevelButtons onPick={(levels) => setOpening({ levels })} /> : <CopyButton label="Copy source" text={text} />}
        <Button
          look="quiet"
          size="small"
          onClick={() => downloadBytes(fileNameOf(stringOf(response['id']), file.extension, 'response'), bytes, file.type)}
        >
          <Download size={13} aria-hidden />
          Download
        </Button>
        <SourceNote bytes={bytes} text={text} eventCount={eventCount} />
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
      {view === 'source' ? <SourceText text={text} source={source} chosen={chosen} find={find} /> : null}
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

function SourceNote({ bytes, text, eventCount }: ReceivedBody & { readonly eventCount: number | null }) {
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

function openingOf(expansion: RawPanelProps['expansion']): { readonly levels: number } | null {
  return (expansion ?? null) === null ? null : { levels: expansion?.to === 'all' ? Infinity : 1 };
}

function ignore(): void {}
