import { isJsonArray, isJsonObject, type JsonValue } from '#base/json.ts';
import type { FoldContext } from './fold-context.ts';
import type { NoticesMark } from './fold-notices.ts';
import type { NumbersMark } from './fold-numbers.ts';
import type { SlotsMark } from './fold-slots.ts';

/** All that a fold knows after some event: folding can go on from here, any number of times. Marks of one fold share what did not change. */
export type FoldMark = {
  /** How many events lie before it. */
  readonly eventCount: number;
  readonly isDone: boolean;
  readonly notices: NoticesMark;
  readonly numbers: NumbersMark;
  readonly context: ContextMark;
  /** About how many bytes it holds that the mark before it does not. */
  readonly weight: number;
};

/** `errors` and `audioChunks` only grow: their first so many count. */
export type ContextMark = Pick<FoldContext, 'fields' | 'terminal' | 'errors' | 'audioChunks' | 'transcript'> & {
  readonly slots: SlotsMark;
  readonly errorCount: number;
  readonly audioCount: number;
};

/** What is in the context now is handed out with the mark, and never changes again. */
export function markContext(context: FoldContext): ContextMark {
  const { fields, terminal, errors, audioChunks, transcript } = context;
  const slots = context.slots.mark();
  context.draft.seal();
  return { fields, terminal, errors, audioChunks, transcript, slots, errorCount: errors.length, audioCount: audioChunks.length };
}

/** Puts a new context where the marked one was. */
export function restoreContext(context: FoldContext, mark: ContextMark): void {
  context.fields = mark.fields;
  context.terminal = mark.terminal;
  context.transcript = mark.transcript;
  context.errors.push(...mark.errors.slice(0, mark.errorCount));
  for (const chunk of mark.audioChunks.slice(0, mark.audioCount)) context.audioChunks.push(chunk);
  context.slots.restore(mark.slots);
}

const BYTES_PER_MEMBER = 8;
/** An item, its lists, their parts and the fields of those: below that lists are counted by their length. */
const DEEPEST = 4;

/** About how many bytes a mark adds to `before`: what grows is another text in each, so that texts count whole. */
export function weightOf(now: ContextMark, before: ContextMark | null): number {
  const isListNew = now.slots.list !== before?.slots.list;
  let weight = isListNew ? now.slots.list.length * BYTES_PER_MEMBER : 0;
  if (now.fields !== null && now.fields !== before?.fields) weight += jsonWeight(now.fields, 0);
  if (!isListNew) return weight;
  now.slots.list.forEach((slot, position) => {
    const old = before?.slots.list[position];
    if (old === slot) return;
    if (old?.item !== slot.item) weight += jsonWeight(slot.item, 0);
    if (old?.state !== slot.state && slot.state.preview !== null) weight += jsonWeight(slot.state.preview, 0);
  });
  return weight;
}

function jsonWeight(value: JsonValue | undefined, depth: number): number {
  if (typeof value === 'string') return value.length;
  if (depth === DEEPEST) return isJsonArray(value) ? value.length * BYTES_PER_MEMBER : BYTES_PER_MEMBER;
  if (isJsonArray(value) && depth === DEEPEST - 1) return value.length * BYTES_PER_MEMBER;
  if (isJsonArray(value)) return value.reduce((sum: number, member) => sum + jsonWeight(member, depth + 1), BYTES_PER_MEMBER);
  if (!isJsonObject(value)) return BYTES_PER_MEMBER;
  let weight = BYTES_PER_MEMBER;
  for (const key in value) weight += jsonWeight(value[key], depth + 1);
  return weight;
}
