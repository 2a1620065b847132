/** One entry of `public/samples/index.json`. */
export type SampleEntry = {
  /** The response ID, also the body's `id`. */
  readonly id: string;
  /** Title and one line for the card on the home screen. */
  readonly title: string;
  readonly description: string;
  /** Colours the card. */
  readonly family: string;
  /** Shown on the home screen; the others are reached from "All samples". */
  readonly isFeatured: boolean;
  /** What a link to the sample asks for, so that everything in it is shown. */
  readonly include: readonly string[];
  /** File names inside `public/samples/`: the body; its stored event stream; its input items, oldest first. */
  readonly body: string;
  readonly stream: string | null;
  readonly input: string | null;
  /** The IDs of the rules that its stream breaks on purpose, by what the events say and by what the body says; absent in a sound sample. */
  readonly faults?: readonly string[];
};

/** A response of the sample API that works while it is looked at. */
export type LiveCard = Pick<SampleEntry, 'id' | 'title' | 'description' | 'family'> & {
  /** The tab to watch it in; Output unless said. */
  readonly view?: 'stream';
};

/** What the home screen offers to watch. Each opening is a run of its own: `<id>.<anything>`. */
export const LIVE_CARDS: readonly LiveCard[] = [
  {
    id: 'resp_live_agent',
    title: 'Live: an agent at work',
    description: 'Finds out why a checkout is slow, in 3 minutes',
    family: 'tool-call',
  },
  {
    id: 'resp_live_quick',
    title: 'Live: a quick answer',
    description: 'Thinks, searches the web and answers, in 10 seconds',
    family: 'message',
  },
  {
    id: 'resp_live_stalled',
    title: 'Live: a stream that stalls',
    description: 'A slow search, then 12 seconds of silence within the answer',
    family: 'hosted-tool',
    view: 'stream',
  },
  {
    id: 'resp_live_buffered',
    title: 'Live: behind a proxy that buffers',
    description: 'Some thirty events arrive together, about once a second',
    family: 'system',
    view: 'stream',
  },
];
