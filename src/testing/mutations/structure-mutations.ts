import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import type { BrokenStream, Choose, Mutation } from './mutation.ts';
import {
  numberedAnew,
  placesOf,
  placesOfType,
  terminalPlace,
  textOf,
  typeOf,
  withInserted,
  without,
  type WireFrame,
  terminalResponse,
} from './wire.ts';

const NOBODY = 90;

/** What can go wrong with the order of events, and with what they are about. */
export const STRUCTURE_MUTATIONS = {
  'before-created': {
    breaks: 'stream',
    apply: ([created, next, ...frames]) =>
      created === undefined || next === undefined ? null : { text: textOf(numberedAnew([next, created, ...frames])), event: 0 },
  },
  'no-terminal-event': {
    breaks: 'stream',
    apply: (frames) => (terminalPlace(frames) === frames.length - 1 ? { text: textOf(frames.slice(0, -1)) } : null),
  },
  'after-terminal': {
    breaks: 'stream',
    apply: (frames) => {
      const inProgress = frames.find((frame) => typeOf(frame) === 'response.in_progress');
      if (terminalPlace(frames) !== frames.length - 1 || inProgress === undefined) return null;
      return { text: textOf(withInserted(frames, frames.length, [inProgress.event])), event: frames.length };
    },
  },
  'item-done-without-added': atAnItem('done', (frames, place, index) => ({
    text: textOf(without(frames, (frame, other) => other !== place && frame.event['output_index'] === index)),
    event: frames.slice(0, place).filter(({ event }) => event['output_index'] !== index).length,
  })),
  /** What fails leaves its items as they are, and nobody waits for lists of tools. */
  'item-never-closed': atAnItem('done', (frames, place, index) => {
    const item = objectOf(frames[place]?.event['item']);
    if (terminalResponse(frames)?.['status'] === 'failed' || item?.['type'] === 'mcp_list_tools') return null;
    return {
      text: textOf(without(frames, (_, other) => other === place)),
      event: frames.findIndex(({ event }) => event['output_index'] === index),
    };
  }),
  'delta-to-unknown-item': atADelta((frames, place, delta) =>
    inserted(frames, place + 1, { ...delta, output_index: NOBODY, item_id: 'item_of_nobody' }),
  ),
  'delta-to-unknown-part': atADelta((frames, place, delta) => inserted(frames, place + 1, { ...delta, [partIndexOf(delta)]: 7 })),
  'slot-taken-twice': atAnItem('added', (frames, place, index) => {
    const item = objectOf(frames[place]?.event['item']);
    const other = { type: 'response.output_item.added', output_index: index, item: { ...item, id: 'item_of_another' } };
    return item === null ? null : inserted(frames, place + 1, other);
  }),
  'status-backwards': {
    breaks: 'stream',
    apply: (frames, choose) => {
      const place = choose(placesOfType(frames, /^response\.(?:in_progress|\w+_call\.completed)$/));
      const event = place === undefined ? undefined : frames[place]?.event;
      if (place === undefined || event === undefined) return null;
      const type = stringOf(event['type']) ?? '';
      const earlier = type === 'response.in_progress' ? 'response.queued' : type.replace(/completed$/, 'in_progress');
      const response = objectOf(event['response']);
      return inserted(frames, place + 1, { ...event, type: earlier, ...(response && { response: { ...response, status: 'queued' } }) });
    },
  },
} as const satisfies Readonly<Record<string, Mutation>>;

function inserted(frames: readonly WireFrame[], place: number, event: JsonObject): BrokenStream {
  return { text: textOf(withInserted(frames, place, [event])), event: place };
}

/** Breaks a stream where one of its items is added or done. */
function atAnItem(
  moment: 'added' | 'done',
  breakAt: (frames: readonly WireFrame[], place: number, outputIndex: number) => BrokenStream | null,
): Mutation {
  const apply = (frames: readonly WireFrame[], choose: Choose): BrokenStream | null => {
    const place = choose(placesOf(frames, (frame) => typeOf(frame) === `response.output_item.${moment}`));
    const index = place === undefined ? undefined : frames[place]?.event['output_index'];
    return place === undefined || typeof index !== 'number' ? null : breakAt(frames, place, index);
  };
  return { breaks: 'stream', apply };
}

/** Breaks a stream behind one of the deltas of a part. */
function atADelta(breakAt: (frames: readonly WireFrame[], place: number, delta: JsonObject) => BrokenStream): Mutation {
  const apply = (frames: readonly WireFrame[], choose: Choose): BrokenStream | null => {
    const place = choose(placesOfType(frames, /^response\.(?:output_text|refusal|reasoning_text|reasoning_summary_text)\.delta$/));
    const event = place === undefined ? undefined : frames[place]?.event;
    return place === undefined || event === undefined ? null : breakAt(frames, place, event);
  };
  return { breaks: 'stream', apply };
}

function partIndexOf(delta: JsonObject): 'content_index' | 'summary_index' {
  return typeof delta['summary_index'] === 'number' ? 'summary_index' : 'content_index';
}
