import { isDocumentedEventType } from '#protocol/event-types.ts';
import type { BrokenStream, Choose, Mutation } from './mutation.ts';
import { frameWith, placesOf, textOf, typeOf, withNumber, type WireFrame } from './wire.ts';

/** What can go wrong with the numbers of events, while the events are as they should be. */
export const SEQUENCE_MUTATIONS = {
  'sequence-gap': atAnEvent((frames, place, choose) => {
    const skipped = choose([1, 2, 40]) ?? 1;
    return frames.map((frame, index) => (index < place ? frame : withNumber(frame, index + skipped)));
  }),
  'sequence-duplicate': atAnEvent((frames, place) => [...frames.slice(0, place), ...frames.slice(place - 1)]),
  'sequence-reorder': atAnEvent((frames, place) =>
    frames.map((frame, index) => (index === place ? withNumber(frame, place - 1) : index === place - 1 ? withNumber(frame, place) : frame)),
  ),
  'sequence-reset': atAnEvent((frames, place) => frames.map((frame, index) => (index < place ? frame : withNumber(frame, index - place)))),
  'sequence-missing-on-some': atAnEvent((frames, place) => frames.map((frame, index) => (index === place ? unnumbered(frame) : frame))),
  'sequence-absent': { breaks: 'stream', apply: (frames) => ({ text: textOf(frames.map(unnumbered)) }) },
} as const satisfies Readonly<Record<string, Mutation>>;

/** Breaks a stream at one of its events, but for the first ones and the last. Events that are not documented need no number. */
function atAnEvent(change: (frames: readonly WireFrame[], place: number, choose: Choose) => readonly WireFrame[]): Mutation {
  const apply = (frames: readonly WireFrame[], choose: Choose): BrokenStream | null => {
    const place = choose(
      placesOf(frames, (frame, index) => isDocumentedEventType(typeOf(frame)) && index > 2 && index < frames.length - 1),
    );
    return place === undefined ? null : { text: textOf(change(frames, place, choose)), event: place };
  };
  return { breaks: 'stream', apply };
}

function unnumbered({ event }: WireFrame): WireFrame {
  const { sequence_number: _left, ...fields } = event;
  return frameWith(fields);
}
