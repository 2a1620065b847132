import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { arrayOf } from '#base/json.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { PanelFind } from '#model/find.ts';
import { countOfSerious, type ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import type { Reveal } from '#model/reveal.ts';
import type { Comparison } from '#state/comparison.ts';
import type { UrlState, View } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import type { RailDrawer } from '#items/item-frame.tsx';

/** What every panel gets. */
export type PanelInput = {
  /** As it stood at the cursor, or the whole. */
  readonly recording: Recording;
  /** True while more of the response is expected, by a stream or by asking again. */
  readonly isLive: boolean;
  /** Changes with every press of `Expand all` or `Collapse all`. */
  readonly expansion: { readonly to: 'all' | 'none'; readonly count: number } | null;
  /** A place to bring into view; another object each time it is asked for. */
  readonly reveal: Reveal | null;
  readonly exchanges: readonly Exchange[];
  readonly url: UrlState;
  /** Where the list of items comes as a drawer: whether it is open. */
  readonly railDrawer: RailDrawer;
  /** What the reader looks for here; null while that is nothing. */
  readonly find: PanelFind | null;
  /** A panel that shows a text in place of the data says so here, and which; then that text is searched. Its matches have the path []. */
  readonly onTextShown: (text: string | null) => void;
  readonly problems: ProblemsInView;
  /** The cursor and what moves it; null for what is no stream. */
  readonly travel: Travel | null;
  /** The whole stream, where the reader compares with it how the response stood at the cursor; null where not. */
  readonly end: StreamRecording | null;
  /** For a stream that an API sent: how it compares with the stored response. */
  readonly comparison: Comparison | null;
};

/** What the counts on tabs are made from. */
type Counted = {
  readonly recording: Recording;
  /** How many input items there are; undefined while that is not known. */
  readonly inputCount: number | undefined;
  readonly problems: ProblemsInView;
};

type PanelRow = {
  readonly view: View;
  readonly title: string;
  /** What stands on the tab; undefined while it is not known. */
  readonly count?: (counted: Counted) => number | undefined;
  /** Whether a recording has it; every recording unless said. */
  readonly isThere?: (recording: Recording) => boolean;
  /** Whether it is a list of items with a rail beside it. */
  readonly hasRail?: boolean;
  /** Draws fields of the response, so that reading one there counts as showing it. Raw shows everything and counts nothing. */
  readonly showsFields?: boolean;
  /** Follows every frame of a response that grows; the others are given a later state a few times a second. */
  readonly everyFrame?: boolean;
  /** Shows the whole stream and marks the cursor in it; the others get the recording as it stood there. */
  readonly isWhole?: boolean;
  readonly Panel: LazyExoticComponent<ComponentType<PanelInput>>;
};

/** The tabs in their order. Each loads when it is first looked at. */
export const PANELS: readonly PanelRow[] = [
  {
    view: 'output',
    title: 'Output',
    showsFields: true,
    everyFrame: true,
    hasRail: true,
    count: ({ recording: { response } }) => arrayOf(response['output']).length,
    Panel: lazy(async () => ({ default: (await import('#panels/output/output-panel.tsx')).OutputPanel })),
  },
  {
    view: 'input',
    title: 'Input',
    hasRail: true,
    count: ({ inputCount }) => inputCount,
    Panel: lazy(async () => ({ default: (await import('#panels/input/input-panel.tsx')).InputPanel })),
  },
  {
    view: 'request',
    title: 'Request',
    showsFields: true,
    Panel: lazy(async () => ({ default: (await import('#panels/request/request-panel.tsx')).RequestPanel })),
  },
  {
    view: 'usage',
    title: 'Usage',
    showsFields: true,
    Panel: lazy(async () => ({ default: (await import('#panels/usage/usage-panel.tsx')).UsagePanel })),
  },
  {
    view: 'stream',
    title: 'Stream',
    isWhole: true,
    everyFrame: true,
    isThere: ({ kind }) => kind === 'stream',
    count: ({ recording }) => (recording.kind === 'stream' ? recording.length : undefined),
    Panel: lazy(async () => ({ default: (await import('#panels/stream/stream-panel.tsx')).StreamPanel })),
  },
  {
    view: 'problems',
    title: 'Problems',
    isWhole: true,
    count: ({ problems: { list, isChecking } }) => (isChecking && list.length === 0 ? undefined : countOfSerious(list)),
    Panel: lazy(async () => ({ default: (await import('#panels/problems/problems-panel.tsx')).ProblemsPanel })),
  },
  { view: 'raw', title: 'Raw', Panel: lazy(async () => ({ default: (await import('#panels/raw/raw-panel.tsx')).RawPanel })) },
  {
    view: 'network',
    title: 'Network',
    isWhole: true,
    Panel: lazy(async () => ({ default: (await import('#panels/network/network-panel.tsx')).NetworkPanel })),
  },
];
