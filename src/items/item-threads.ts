import { isJsonObject, objectOf, type JsonArray, type JsonValue } from '#base/json.ts';
import type { ItemState } from '#model/fold-state.ts';
import { linkItems, type ItemLinks } from '#model/item-links.ts';
import { pairAcross, pairCalls, type CallPairs } from '#model/pair-calls.ts';
import { isSameContext } from './same-context.ts';
import type { ItemContext, LinkedItem, RelatedItem } from './item-definition.ts';

/** What an item at a position may know beyond itself. Answers the same object for the same position, so that rows know when nothing changed. */
export type ContextAt = (position: number) => ItemContext;

/** The items of the same conversation in another tab: those before the list, or those after it. */
export type ItemsElsewhere = {
  readonly items: JsonArray;
  readonly tab: 'Input' | 'Output';
  readonly onJump: (position: number) => void;
};

/** What a context says of all items of a list. */
export type SharedContext = Omit<ItemContext, 'position' | 'partner' | 'related' | 'state' | 'isGrowing'>;

/** What the events of a stream tell of its items, by position, and whether more are expected. */
export type ItemStates = { readonly states: readonly ItemState[]; readonly isLive: boolean };

type Threads = { readonly pairs: CallPairs; readonly pairsElsewhere: CallPairs; readonly links: () => ItemLinks };
type List = { readonly items: JsonArray; readonly elsewhere: ItemsElsewhere | null; readonly threads: Threads };
type Known = List & { readonly made: ReadonlyMap<number, ItemContext> };

/** The last contexts of each list, by the function that jumps in it: of a list that grows most are those of the frame before. */
const lastOf = new WeakMap<(position: number) => void, Known>();

/**
 * The contexts of a list: where each item stands, the items it belongs to, there and in the other tab, and what `shared` says of all.
 * `onJump` shows an item; it is the list's own. Each context is made when it is first asked for, since lists hold thousands and few are
 * looked at, and is that of the same list before when it would say the same.
 */
export function itemContextsOf(
  items: JsonArray,
  shared: SharedContext,
  onJump: (position: number) => void,
  elsewhere: ItemsElsewhere | null = null,
  states: ItemStates = NO_STATES,
): ContextAt {
  const last = lastOf.get(onJump);
  const isSame = last !== undefined && last.elsewhere === elsewhere && haveSameThreads(items, last.items);
  const list = { items, elsewhere, threads: isSame ? last.threads : threadsOf(items, elsewhere) };
  const make = contextMaker(list, shared, onJump, states);
  const made = new Map<number, ItemContext>();
  lastOf.set(onJump, { ...list, made });
  return (position) => {
    const known = made.get(position);
    if (known !== undefined) return known;
    const context = make(position);
    const earlier = last?.made.get(position);
    const kept = earlier !== undefined && isSameContext(earlier, context) ? earlier : context;
    made.set(position, kept);
    return kept;
  };
}

/** Apart from its caller, so that a context that is kept for long does not keep the states before it. */
function contextMaker(
  { items, elsewhere, threads }: List,
  shared: SharedContext,
  onJump: (position: number) => void,
  { states, isLive }: ItemStates,
): ContextAt {
  const others: SharedContext = { ...shared, reasoningTokens: null, reasoningItems: 0 };
  const countBefore = itemsBefore(elsewhere).length;

  function linkTo(position: number): LinkedItem {
    return { position, item: objectOf(items[position]) ?? {}, onJump: () => onJump(position) };
  }
  function linkElsewhere({ items: list, tab, onJump: show }: ItemsElsewhere, position: number): LinkedItem {
    return { position, tab, item: objectOf(list[position]) ?? {}, onJump: () => show(position) };
  }
  /** `position` counts from the first item of the conversation. */
  function linkInConversation(position: number): LinkedItem {
    const own = position - countBefore;
    if (elsewhere === null || (own >= 0 && own < items.length)) return linkTo(own);
    return linkElsewhere(elsewhere, own < 0 ? position : own - items.length);
  }
  function partnerOf(position: number): LinkedItem | null {
    const [own, other] = [threads.pairs.get(position), threads.pairsElsewhere.get(position)];
    if (own !== undefined) return isJsonObject(items[own]) ? linkTo(own) : null;
    return elsewhere === null || other === undefined ? null : linkElsewhere(elsewhere, other);
  }
  return (position) => {
    const state = states[position] ?? null;
    return {
      // What only reasoning items tell of must not draw all others again.
      ...(objectOf(items[position])?.['type'] === 'reasoning' ? shared : others),
      position,
      partner: partnerOf(position),
      state,
      isGrowing: isLive && state?.isOpen === true,
      get related() {
        const found = threads.links().get(countBefore + position) ?? [];
        return found.map((link): RelatedItem => ({ role: link.role, ...linkInConversation(link.position) }));
      },
    };
  };
}

/** What was given stands before what was made of it. */
function itemsBefore(elsewhere: ItemsElsewhere | null): JsonArray {
  return elsewhere?.tab === 'Input' ? elsewhere.items : [];
}

function threadsOf(items: JsonArray, elsewhere: ItemsElsewhere | null): Threads {
  const after = elsewhere?.tab === 'Output' ? elsewhere.items : [];
  let links: ItemLinks | null = null;
  return {
    pairs: pairCalls(items),
    pairsElsewhere: elsewhere === null ? new Map() : pairAcross(items, elsewhere.items),
    links: () => (links ??= linkItems([...itemsBefore(elsewhere), ...items, ...after])),
  };
}

const NO_STATES: ItemStates = { states: [], isLive: false };

/** True when no item has come, gone or changed one of the names by which items know each other. Looks only into items that changed. */
function haveSameThreads(items: JsonArray, before: JsonArray): boolean {
  return items.length === before.length && items.every((item, position) => isSameEnd(item, before[position]));
}

function isSameEnd(item: JsonValue, before: JsonValue | undefined): boolean {
  if (item === before) return true;
  const [one, other] = [objectOf(item), objectOf(before)];
  if (one === null || other === null) return false;
  const isSame = (name: string) => one[name] === other[name];
  return THREAD_FIELDS.every(isSame) && objectOf(one['caller'])?.['caller_id'] === objectOf(other['caller'])?.['caller_id'];
}

/** What `pairCalls` and `linkItems` read of an item, beside its caller. */
const THREAD_FIELDS = ['type', 'id', 'call_id', 'approval_request_id'];

/** How an item is named where it is not in view: "@3", or "Input @3". */
export function placeOf({ position, tab }: LinkedItem): string {
  return tab === undefined ? `@${position}` : `${tab} @${position}`;
}
