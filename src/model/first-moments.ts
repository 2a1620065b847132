import type { ItemNews } from './item-news.ts';
import type { EventMoment } from './item-times.ts';

/** When something was first seen. `isTimed`: it came live, so that its time says when it was made. */
export type FirstMoment = EventMoment & { readonly isTimed: boolean };

/** What a reader waits for, each with its first event; null while there is none. */
export type FirstMoments = {
  readonly event: FirstMoment | null;
  /** The first event of an item. */
  readonly item: FirstMoment | null;
  /** The first event of a reasoning item, also where its text is kept from us. */
  readonly reasoning: FirstMoment | null;
  /** The first piece of text that is meant for people. */
  readonly text: FirstMoment | null;
};

const TEXT_EVENTS: ReadonlySet<string> = new Set([
  'response.output_text.delta',
  'response.output_text.done',
  'response.refusal.delta',
  'response.refusal.done',
  'response.audio.transcript.delta',
]);

export const NOTHING_SEEN: FirstMoments = { event: null, item: null, reasoning: null, text: null };

/** The first moments, once another event was seen; the same object while nothing was seen for the first time. */
export function withMoment(seen: FirstMoments, moment: FirstMoment, type: string, news: ItemNews | null): FirstMoments {
  const isReasoning = seen.reasoning === null && news?.family === 'reasoning';
  // Some servers tell of a message only as a whole.
  const isText = seen.text === null && (TEXT_EVENTS.has(type) || (news?.family === 'message' && news.step === 'ends'));
  if (seen.event !== null && (seen.item !== null || news === null) && !isReasoning && !isText) return seen;
  return {
    event: seen.event ?? moment,
    item: seen.item ?? (news === null ? null : moment),
    reasoning: isReasoning ? moment : seen.reasoning,
    text: isText ? moment : seen.text,
  };
}
