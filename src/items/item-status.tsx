import { ellipsis } from '#base/truncate.ts';
import { stringOf, type JsonObject } from '#base/json.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import type { ItemContext } from './item-definition.ts';
import { lineOf } from './summary-text.ts';

/** Statuses are a word or two; whatever a server sends beyond that must not push the line out of a narrow screen. */
const LONGEST_STATUS = 24;
const TONES: Readonly<Record<string, Tone>> = { failed: 'error', incomplete: 'warning', unfinished: 'warning' };

/**
 * What an item's status is, as one word for the eye: as the item says, or else as its events say; "unfinished" when they ended before it
 * was done. Null where all is as it should be: `completed`, and no status at all.
 */
export function statusWords(item: JsonObject, { state = null, isGrowing = false, isUnfinished }: ItemContext): string | null {
  if (state?.isOpen === true && !isGrowing && !isUnfinished) return 'unfinished';
  const name = stringOf(item['status']) ?? state?.status ?? (isGrowing ? 'in progress' : '');
  return name === 'completed' || name === '' ? null : lineOf(name).replaceAll('_', ' ');
}

/** A status worth a word, and whether the item is a guess from its events. */
export function ItemStatus({ item, context }: { readonly item: JsonObject; readonly context: ItemContext }) {
  const words = statusWords(item, context);
  return (
    <>
      {context.state?.isStub === true ? (
        <Badge title="No event announced this item: it is put together from the events that came for it.">start missing</Badge>
      ) : null}
      {words === null ? null : (
        <Badge
          tone={Object.hasOwn(TONES, words) ? (TONES[words] ?? 'neutral') : 'neutral'}
          title={words === 'unfinished' ? 'The stream ended before this item was done.' : words}
        >
          {ellipsis(words, LONGEST_STATUS)}
        </Badge>
      )}
    </>
  );
}
