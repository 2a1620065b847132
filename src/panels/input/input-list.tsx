import { useCallback, useMemo, type ReactNode } from 'react';
import { arrayOf, type JsonArray, type JsonObject, type JsonPath } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { callsElsewhere } from '#model/calls-elsewhere.ts';
import { formatItemFilter, showAllTypes, type ItemFilter } from '#model/item-filter.ts';
import { namesOfItems, positionOfItem } from '#model/item-name.ts';
import type { Reveal } from '#model/reveal.ts';
import { pairAcross } from '#model/pair-calls.ts';
import { turnsOf } from '#model/turns.ts';
import { goTo, linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { ItemFilterBar, NothingShown } from '#items/item-filter-bar.tsx';
import { ItemList } from '#items/item-list.tsx';
import { useItemFilter } from '#items/use-item-filter.ts';
import type { RailLink } from '#items/rail-link.ts';
import type { ItemExpansion } from '#items/use-open-items.ts';
import { usePlaceActions } from '#ui/place-actions.tsx';
import { inputContexts } from './input-contexts.ts';
import { TurnHeading } from './turn-heading.tsx';

type InputListProps = {
  readonly items: JsonArray;
  /** Where the list stands in its document. The same array every time. */
  readonly path: JsonPath;
  /** False while further items may come. */
  readonly isComplete: boolean;
  readonly response: JsonObject;
  readonly expansion: ItemExpansion;
  readonly reveal: Reveal | null;
  readonly url: UrlState;
  readonly rail: RailLink;
};

/** The items that the model was given, with a heading where a turn of the chain starts. */
export function InputList({ items, path, isComplete, response, expansion, reveal, url, rail }: InputListProps) {
  const names = useMemo(() => namesOfItems(items), [items]);
  const headings = useMemo(() => headingsOf(items, response, isComplete), [items, response, isComplete]);
  const { show } = usePlaceActions();
  const contextsFor = useCallback(
    (onJump: (position: number) => void) =>
      inputContexts({ items, isComplete, response, onJump, onJumpToOutput: (position) => show('output', ['output', position]) }),
    [items, isComplete, response, show],
  );
  const { filter, shown } = useItemFilter(items, url.q);
  const nameOf = (position: number) => names[position] ?? null;
  const changeFilter = (changed: ItemFilter) => goTo({ ...url, view: 'input', q: formatItemFilter(changed) }, 'replace');
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ItemFilterBar filter={filter} shownCount={shown?.length ?? items.length} count={items.length} onChange={changeFilter} />
      {shown?.length === 0 && items.length > 0 ? <NothingShown filter={filter} onChange={changeFilter} /> : null}
      <ItemList
        items={items}
        shown={shown}
        path={path}
        contextsFor={contextsFor}
        selected={url.view === 'input' ? positionOfItem(items, url.item) : null}
        onSelect={(position) => goTo({ ...url, view: 'input', item: nameOf(position) }, 'replace')}
        onShowHidden={(position) =>
          goTo({ ...url, view: 'input', q: formatItemFilter(showAllTypes(filter)), item: nameOf(position) }, 'replace')
        }
        linkTo={(position) => linkTo({ ...url, view: 'input', item: nameOf(position) })}
        expansion={expansion}
        reveal={reveal}
        rail={rail}
        before={(position) => headings.get(position)}
      />
    </div>
  );
}

/** What stands above an item: the turn that starts with it, and the call it answers where that is of an earlier response. */
function headingsOf(items: JsonArray, response: JsonObject, isComplete: boolean): ReadonlyMap<number, ReactNode> {
  const headings = new Map<number, ReactNode>();
  for (const [index, turn] of turnsOf(items, response, isComplete).entries()) {
    headings.set(turn.start, <TurnHeading turn={turn} number={index + 1} />);
  }
  // Of a list that lacks items, the call may be among those.
  const inOutput = pairAcross(items, arrayOf(response['output']));
  for (const [position, call] of isComplete ? callsElsewhere(items) : []) {
    if (inOutput.has(position)) continue;
    headings.set(
      position,
      <>
        {headings.get(position)}
        <p className="px-1 text-sm text-secondary">
          Item {position} answers <code className="font-mono wrap-anywhere">{visibleLine(call)}</code> of an earlier response.
        </p>
      </>,
    );
  }
  return headings;
}
