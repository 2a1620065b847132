import type { BrokenStream, Choose, Mutation } from './mutation.ts';
import { frameWith, placesOf, textOf, withInserted, type WireFrame } from './wire.ts';

/** What can go wrong with the text of a stream: its frames, and the names and data in them. */
export const FRAMING_MUTATIONS = {
  'unreadable-event': {
    breaks: 'stream',
    apply: insertedFrame([
      'data: {"type":"response.output_text.delta","delta":"Hal\n\n',
      'data: "a text"\n\n',
      'data: <html>502</html>\n\n',
    ]),
  },
  'event-type-missing': {
    breaks: 'stream',
    apply: (frames, choose) => {
      const place = choose(middleOf(frames));
      if (place === undefined) return null;
      const changed = frames.map((frame, index) => (index === place ? untyped(frame) : frame));
      return { text: textOf(changed), event: place };
    },
  },
  'unknown-event': {
    breaks: 'stream',
    apply: (frames, choose) => {
      const place = choose(middleOf(frames));
      if (place === undefined) return null;
      return { text: textOf(withInserted(frames, place, [{ type: 'response.daydream.delta', delta: 'sheep' }])), event: place };
    },
  },
  framing: {
    breaks: 'stream',
    apply: (frames, choose) => {
      const text = textOf(frames);
      return (
        choose([
          { text: `\uFEFF${text}` },
          { text: text.replaceAll('\n', '\r') },
          { text: text.slice(0, -1) },
          ...misnamed(frames, choose),
        ]) ?? null
      );
    },
  },
  'content-type': {
    breaks: 'stream',
    apply: (frames, choose) => ({ text: textOf(frames), contentType: choose(['application/json', 'text/plain; charset=utf-8', '']) ?? '' }),
  },
} as const satisfies Readonly<Record<string, Mutation>>;

/** A frame that says another name than its event does. */
function misnamed(frames: readonly WireFrame[], choose: Choose): readonly BrokenStream[] {
  const place = choose(placesOf(frames, ({ source }) => source.startsWith('event: response.output')));
  if (place === undefined) return [];
  const wrong = frames.map((frame, index) =>
    index === place ? frame.source.replace(/^event: .*/, 'event: response.created') : frame.source,
  );
  return [{ text: wrong.join(''), event: place }];
}

function insertedFrame(sources: readonly string[]) {
  return (frames: readonly WireFrame[], choose: Choose): BrokenStream | null => {
    const place = choose(middleOf(frames));
    const source = choose(sources);
    if (place === undefined || source === undefined) return null;
    return { text: textOf([...frames.slice(0, place), { source, event: {} }, ...frames.slice(place)]), event: place };
  };
}

function middleOf(frames: readonly WireFrame[]): readonly number[] {
  return placesOf(frames, (_, index) => index > 1 && index < frames.length - 1);
}

/** Its `event:` field still says what it is. */
function untyped({ source, event }: WireFrame): WireFrame {
  const { type: _left, ...fields } = event;
  return { source: source.replace(/^data: .*/m, `data: ${JSON.stringify(fields)}`), event: frameWith(fields).event };
}
