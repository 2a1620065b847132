import { CircleHelp } from 'lucide-react';
import { memo } from 'react';
import { isJsonObject, stringOf, type JsonValue } from '#base/json.ts';
import type { ComingItem } from '#model/still-to-come.ts';
import { familyOf, type ItemFamily } from '#protocol/item-types.ts';
import { LongList } from '#ui/long-list.tsx';
import { definitionOf } from './item-definitions.tsx';
import type { ItemContext, ItemDefinition } from './item-definition.ts';
import { compactJson } from './summary-text.ts';

/** So many stand there before the rest is asked for. */
const MOST_SHOWN = 50;

type ComingItemsProps = {
  readonly items: readonly ComingItem[];
  /** Goes to where one of them begins. The same function every time: it decides what draws again. */
  readonly onGo: (item: ComingItem) => void;
};

/** Items that are not there yet, one line each, as they will be in the end. */
export function ComingItems({ items, onGo }: ComingItemsProps) {
  return (
    <div data-own-words className="min-w-0">
      <LongList items={items} label="Items still to come" noun="items" limit={MOST_SHOWN} gap="narrow">
        {({ position, item, state }) => <ComingLine position={position} item={item} state={state} onGo={onGo} />}
      </LongList>
    </div>
  );
}

/** Memoised: while the reader moves, most lines stay as they are. */
const ComingLine = memo(function ComingLine({ position, item, state, onGo }: ComingItem & Pick<ComingItemsProps, 'onGo'>) {
  const { family, Icon, title, summary } = comingWords(item, position);
  return (
    <button
      type="button"
      title="Go to where it begins"
      onClick={() => onGo({ position, item, state })}
      data-family={family}
      className="@container flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md border border-dashed border-line-strong pr-2 pl-2.75 text-left text-tertiary hover:bg-raised"
    >
      <span aria-hidden className="w-3.25 shrink-0" />
      <span className="min-w-4 shrink-0 text-right text-sm">{position}</span>
      <Icon size={14} aria-hidden className="shrink-0 text-family" />
      <span className="max-w-[60%] min-w-0 truncate font-semibold">{title}</span>
      <span className="min-w-0 flex-1 truncate">{summary}</span>
      <span className="shrink-0 text-sm whitespace-nowrap @max-md:sr-only">still to come</span>
    </button>
  );
});

export type ComingWords = {
  readonly family: ItemFamily;
  readonly Icon: ItemDefinition['icon'];
  readonly title: string;
  /** What will have happened. */
  readonly summary: string;
};

/** How an item that is not there yet is told of. It stands alone: what it belongs to may not be there either. */
export function comingWords(item: JsonValue, position: number): ComingWords {
  if (!isJsonObject(item)) return { family: 'system', Icon: CircleHelp, title: 'Not an item', summary: compactJson(item, 60) };
  const definition = definitionOf(item);
  return {
    family: familyOf(stringOf(item['type']) ?? ''),
    Icon: definition.icon,
    title: definition.title(item),
    summary: definition.summary(item, { ...ALONE, position }),
  };
}

const ALONE: Omit<ItemContext, 'position'> = {
  partner: null,
  reasoningTokens: null,
  reasoningItems: 0,
  expectsJson: false,
  isUnfinished: true,
};
