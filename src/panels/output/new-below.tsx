import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '#base/format-number.ts';
import type { JsonArray } from '#base/json.ts';
import { textLength } from '#model/text-length.ts';
import { useSlowed } from '#ui/use-slowed.ts';

type NewBelowProps = { readonly items: JsonArray; readonly onGo: () => void };

/** So often the count changes, in milliseconds. */
const COUNTING = 250;

/** What has come since the reader left the end, and the way back there. Mounted when the reader leaves. */
export function NewBelow({ items, onGo }: NewBelowProps) {
  const now = useSlowed(items, COUNTING);
  const [seen] = useState(() => amountOf(items));
  const { count, characters } = amountOf(now);
  const words =
    count > seen.count
      ? formatCount(count - seen.count, 'new item')
      : characters > seen.characters
        ? formatCount(characters - seen.characters, 'new character')
        : 'to the end';
  return (
    <div className="pointer-events-none sticky bottom-3 z-20 flex h-0 justify-center">
      <button
        type="button"
        onClick={onGo}
        className="pointer-events-auto absolute bottom-0 inline-flex h-7 items-center gap-1.5 rounded-full border border-line-strong bg-raised px-3 text-sm font-medium whitespace-nowrap tabular-nums shadow-md hover:bg-inset max-lg:bottom-10"
      >
        <ArrowDown size={13} aria-hidden className="text-accent" />
        {words}
      </button>
    </div>
  );
}

function amountOf(items: JsonArray): { readonly count: number; readonly characters: number } {
  return { count: items.length, characters: textLength(items) };
}
