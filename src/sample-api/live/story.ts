import { arrayOf, objectOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { itemEvents, type EventDraft } from '#sample-api/event-writing/item-events.ts';
import { ending, opening } from '#sample-api/event-writing/response-events.ts';
import { randomNumbers } from '#sample-api/random-numbers.ts';
import { pauseBefore, type Moment } from './pace.ts';

/** A response, and how it came about. */
export type Story = {
  /** How it ends, without its output. */
  readonly response: JsonObject;
  /** The items in the order of the output. Those of one step are worked on side by side. */
  readonly steps: readonly JsonArray[];
  /** What the model was given, oldest first. */
  readonly input: JsonArray;
};

/** How long the first item of a step takes to begin, and each further one after the one before it. In milliseconds. */
const BEFORE_ITEM = 450;
const BETWEEN_ITEMS = 140;
/** How long an item takes of which no event tells between its beginning and its end. */
const UNTOLD_WORK = 900;

/** The story told event by event, at the pace of a server, stretched to last so many milliseconds. The same every time. */
export function tell(story: Story, milliseconds: number): readonly Moment[] {
  return stretched(tellAtPace(story, 1), milliseconds);
}

/** The same, but what is written comes as fast as ever: only the work between takes longer. */
export function tellSlowly(story: Story, milliseconds: number): readonly Moment[] {
  const [once, twice] = [1, 2].map((slowness) => tellAtPace(story, slowness).at(-1)?.at ?? 0);
  const [shortest = 0, longer = 0] = [once, twice];
  const slowness = 1 + (milliseconds - shortest) / Math.max(1, longer - shortest);
  return stretched(tellAtPace(story, Math.max(0.1, slowness)), milliseconds);
}

function stretched(moments: readonly Moment[], milliseconds: number): readonly Moment[] {
  const length = moments.at(-1)?.at || 1;
  return moments.map(({ at, draft }) => ({ at: (at / length) * milliseconds, draft }));
}

/** Makes the pause before an event. */
type Pause = (name: string) => number;

/** `slowness` multiplies every pause but those between deltas. */
function tellAtPace({ response, steps }: Story, slowness: number): readonly Moment[] {
  const random = randomNumbers(steps.length);
  const pause: Pause = (name) => pauseBefore(name, random) * (name.endsWith('.delta') ? 1 : slowness);
  const moments: Moment[] = [];
  let clock = 0;
  const add = (drafts: readonly EventDraft[]) => {
    for (const draft of drafts) moments.push({ at: (clock += pause(draft.name)), draft });
  };
  add(opening(response));
  let index = 0;
  for (const step of steps) {
    const start = clock + BEFORE_ITEM * slowness;
    const sides = step.map((item, side) => tellItem(item, index + side, start + side * BETWEEN_ITEMS, pause));
    moments.push(...sides.flat().toSorted((one, other) => one.at - other.at));
    clock = moments.at(-1)?.at ?? clock;
    index += step.length;
  }
  add(ending({ ...response, output: steps.flat() }));
  return moments;
}

function tellItem(item: JsonValue, outputIndex: number, start: number, pause: Pause): readonly Moment[] {
  let clock = start;
  const drafts = itemEvents(objectOf(item) ?? {}, outputIndex, []).flatMap(inTokens);
  return drafts.map((draft, place) => {
    if (place > 0) clock += pause(draft.name);
    if (place > 0 && drafts.length === 2) clock += UNTOLD_WORK;
    return { at: clock, draft };
  });
}

/** A delta in pieces as small as a model writes them. One with log probabilities is a token already. */
function inTokens(draft: EventDraft): readonly EventDraft[] {
  const { delta, logprobs } = draft.fields;
  if (typeof delta !== 'string' || arrayOf(logprobs).length > 0) return [draft];
  const tokens = delta.match(/\s*\S{1,4}|\s+$/gu) ?? [delta];
  return tokens.map((token) => ({ ...draft, fields: { ...draft.fields, delta: token } }));
}
