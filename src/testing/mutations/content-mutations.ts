import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import type { BrokenStream, Choose, Mutation } from './mutation.ts';
import {
  placesOf,
  placesOfType,
  terminalPlace,
  terminalResponse,
  textOf,
  typeOf,
  withEvent,
  withInserted,
  type WireFrame,
} from './wire.ts';

/** What the events can say otherwise than the events behind them. */
export const CONTENT_MUTATIONS = {
  'deltas-differ-from-done': {
    breaks: 'stream',
    apply: (frames, choose) => {
      const place = choose(placesOfType(frames, /^response\.(?!audio)\w+\.delta$/).filter((index) => isText(frames[index])));
      const delta = place === undefined ? null : stringOf(frames[place]?.event['delta']);
      if (place === undefined || delta === null) return null;
      const wrong = choose([`${delta}~`, delta.slice(1), `~${delta}`]) ?? '';
      return {
        text: textOf(withEvent(frames, place, { delta: wrong })),
        event: frames.findIndex((frame, index) => index > place && isDoneOf(frame, frames[place])),
      };
    },
  },
  'done-item-differs-from-terminal': atDone(
    (item) => item['type'] !== 'reasoning' && typeof item['status'] === 'string' && item['status'] === 'completed',
    (item) => ({ ...item, status: 'incomplete' }),
  ),
  'terminal-output-empty': {
    breaks: 'stream',
    apply: (frames) => {
      const response = terminalResponse(frames);
      const place = terminalPlace(frames);
      if (response?.['status'] !== 'completed' || arrayOf(response['output']).length === 0) return null;
      return { text: textOf(withEvent(frames, place, { response: { ...response, output: [] } })), event: place };
    },
  },
  'encrypted-anew': atDone(
    (item) => typeof item['encrypted_content'] === 'string' && item['encrypted_content'] !== '',
    (item) => ({ ...item, encrypted_content: `${stringOf(item['encrypted_content'])?.slice(0, 12)}Zm9yIHRoaXMgZXZlbnQgb25seQ==` }),
  ),
  'ids-rotate': atDone(
    (item) => typeof item['id'] === 'string',
    (item) => ({ ...item, id: `${stringOf(item['id'])}_anew` }),
  ),
  'late-mcp-tools': atDone(
    (item) => item['type'] === 'mcp_list_tools' && arrayOf(item['tools']).length > 0,
    (item) => ({ ...item, tools: [] }),
  ),
  'error-shape': {
    breaks: 'stream',
    apply: (frames) => {
      const place = terminalPlace(frames);
      const error = { type: 'server_error', code: 'server_error', message: 'Something went wrong', param: null };
      return place === -1 ? null : { text: textOf(withInserted(frames, place, [{ type: 'error', error }])), event: place };
    },
  },
} as const satisfies Readonly<Record<string, Mutation>>;

/** Changes one item in the event that says it is done, so that the terminal event says otherwise. */
function atDone(fits: (item: JsonObject) => boolean, change: (item: JsonObject) => JsonObject): Mutation {
  const apply = (frames: readonly WireFrame[], choose: Choose): BrokenStream | null => {
    const place = choose(
      placesOf(frames, (frame) => typeOf(frame) === 'response.output_item.done' && fits(objectOf(frame.event['item']) ?? {})),
    );
    const item = place === undefined ? null : objectOf(frames[place]?.event['item']);
    if (place === undefined || item === null) return null;
    return { text: textOf(withEvent(frames, place, { item: change(item) })), event: place };
  };
  return { breaks: 'stream', apply };
}

function isText(frame: WireFrame | undefined): boolean {
  return typeof frame?.event['delta'] === 'string' && frame.event['delta'] !== '';
}

function isDoneOf(done: WireFrame, delta: WireFrame | undefined): boolean {
  const places = ['output_index', 'content_index', 'summary_index', 'command_index'];
  return (
    delta !== undefined &&
    typeOf(done) === typeOf(delta).replace(/delta$/, 'done') &&
    places.every((place) => done.event[place] === delta.event[place])
  );
}
