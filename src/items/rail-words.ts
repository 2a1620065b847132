import { formatBytes } from '#base/format-bytes.ts';
import { quickJsonSize } from '#base/json-size.ts';
import { isJsonObject, stringOf, type JsonValue } from '#base/json.ts';
import { ellipsis } from '#base/truncate.ts';
import { familyOf, type ItemFamily } from '#protocol/item-types.ts';
import type { ItemContext } from './item-definition.ts';
import { definitionOf, hasFailed } from './item-definitions.tsx';
import { statusWords } from './item-status.tsx';
import { compactJson } from './summary-text.ts';

export type RailNote = { readonly text: string; readonly tone: 'error' | 'warning' | 'neutral' };

/** What a row of the rail says of an item, each on one line. */
export type RailWords = {
  readonly title: string;
  /** False where the icon and the summary say enough, so that there is room for the summary. */
  readonly isTitleShown: boolean;
  readonly summary: string;
  /** What to look at first, in a word or two; null when all is as it should be. */
  readonly note: RailNote | null;
  /** "704 tokens" or "1.2 kB", where there is no note. */
  readonly measure: string;
};

/** A rail is narrow: notes and measures share a line with the summary. */
const LONGEST_NOTE = 18;
/** Families whose icon tells what they are; their summary is what the model thought, said or got back. */
const TOLD_BY_ICON: readonly ItemFamily[] = ['message', 'reasoning', 'tool-output'];

/** Puts `item` into the few words of a row. Reads no more of it than its closed line does. */
export function railWords(item: JsonValue, context: ItemContext): RailWords {
  if (!isJsonObject(item)) {
    return { title: 'Not an item', isTitleShown: true, summary: compactJson(item, 60), note: null, measure: sizeOf(item) };
  }
  const definition = definitionOf(item);
  const family = familyOf(stringOf(item['type']) ?? '');
  // Only the others are named: who is not, is the assistant.
  const told = { ...(family === 'tool-output' ? withoutCallAbove(context) : context), hasManySpeakers: false };
  const summary = definition.summary(item, told);
  const facts = definition.facts?.(item, context) ?? [];
  return {
    title: definition.title(item),
    isTitleShown: summary === '' || !TOLD_BY_ICON.includes(family),
    summary,
    note: noteOf(statusWords(item, context), hasFailed(item), definition.notice?.(item, context) ?? null),
    measure: facts.find((fact) => /^[\d,.]+ tokens?$/.test(fact)) ?? sizeOf(item),
  };
}

/** An output says what it answers, unless that stands right above it. */
function withoutCallAbove(context: ItemContext): ItemContext {
  const { partner, position } = context;
  return partner !== null && partner.tab === undefined && partner.position === position - 1 ? { ...context, partner: null } : context;
}

function noteOf(status: string | null, isFailed: boolean, notice: string | null): RailNote | null {
  if (isFailed) return { text: 'failed', tone: 'error' };
  // A notice says first what is the matter, then what to do.
  if (notice !== null) return { text: short(notice.split(/[:;,.]/, 1)[0] ?? notice), tone: 'warning' };
  if (status === null) return null;
  return { text: short(status), tone: status === 'incomplete' || status === 'unfinished' ? 'warning' : 'neutral' };
}

function short(text: string): string {
  return ellipsis(text.trim(), LONGEST_NOTE);
}

function sizeOf(item: JsonValue): string {
  const { bytes, isWhole } = quickJsonSize(item);
  return isWhole ? formatBytes(bytes) : `> ${formatBytes(bytes)}`;
}
