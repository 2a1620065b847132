import { useCallback, useMemo, useRef, useState } from 'react';
import { arrayOf, type JsonArray, type JsonPath } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import type { ItemState } from '#model/fold-state.ts';
import { formatItemFilter, showAllTypes, type ItemFilter } from '#model/item-filter.ts';
import { namesOfItems, positionOfItem } from '#model/item-name.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { INPUT_ITEMS_PATH, type Reveal } from '#model/reveal.ts';
import { goTo, linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import { useInputList } from '#state/use-input-items.ts';
import { useRailSize } from '#state/use-rail-size.ts';
import { ComingItems } from '#items/coming-items.tsx';
import { opensWhileGrowing } from '#items/item-definitions.tsx';
import { ItemFilterBar, NothingShown } from '#items/item-filter-bar.tsx';
import { ItemFrame, type RailDrawer } from '#items/item-frame.tsx';
import { ItemList } from '#items/item-list.tsx';
import type { ItemsElsewhere } from '#items/item-threads.ts';
import { useRailLink } from '#items/rail-link.ts';
import { useItemFilter } from '#items/use-item-filter.ts';
import type { ItemExpansion } from '#items/use-open-items.ts';
import { usePlaceActions } from '#ui/place-actions.tsx';
import { useTail } from '#ui/use-tail.ts';
import { AnswerBar } from './answer-bar.tsx';
import { EmptyOutput } from './empty-output.tsx';
import { itemContexts } from './item-contexts.ts';
import { NewBelow } from './new-below.tsx';
import { ToComeLine } from './to-come-line.tsx';
import { useGoToComing, useStillToCome } from './use-still-to-come.ts';

type OutputPanelProps = {
  readonly recording: Recording;
  /** True while more of it is expected. */
  readonly isLive?: boolean;
  /** The whole of the stream, where the reader compares with it how the response stood; null where not. */
  readonly end?: StreamRecording | null;
  /** Moves through the stream; null where that is not one. */
  readonly travel?: Pick<Travel, 'event' | 'isPlaying' | 'moveTo'> | null;
  readonly expansion: ItemExpansion;
  readonly reveal?: Reveal | null;
  readonly url: UrlState;
  readonly railDrawer: RailDrawer;
};

const OUTPUT_PATH: JsonPath = ['output'];

/** What the model was given, as far as it is here; asks for nothing. Memoised: every item's context hangs on it. */
function useItemsOfInput(recording: Recording): ItemsElsewhere | null {
  const items = useInputList(recording)?.items;
  const { show } = usePlaceActions();
  return useMemo(
    () => (items === undefined ? null : { items, tab: 'Input', onJump: (position) => show('input', [...INPUT_ITEMS_PATH, position]) }),
    [items, show],
  );
}

const NO_STATES: readonly ItemState[] = [];
const NONE: readonly number[] = [];
const NOWHERE = () => undefined;

/** The items to open because they are being written; the same list while they are the same. */
function useGrowing(items: JsonArray, states: readonly ItemState[], isLive: boolean): readonly number[] {
  const positions = isLive ? opensWhileGrowing(items, states) : NONE;
  const [last, setLast] = useState(positions);
  if (positions.length === last.length && positions.every((position, index) => position === last[index])) return last;
  setLast(positions);
  return positions;
}

/** Makes each link once: a list is drawn with every frame of a response that grows. */
function linksFrom(url: UrlState): (item: string | null) => string {
  const links = new Map<string | null, string>();
  return (item) => {
    const link = links.get(item) ?? linkTo({ ...url, view: 'output', item });
    links.set(item, link);
    return link;
  };
}

/** What the model did and said, one panel an item. */
export function OutputPanel({
  recording,
  isLive = false,
  end = null,
  travel = null,
  expansion,
  reveal = null,
  url,
  railDrawer,
}: OutputPanelProps) {
  const { response } = recording;
  const items = arrayOf(response['output']);
  // Names, links between items, the filter and the answer's size are about the items; they do not show them.
  const plain = untracked(response);
  const names = useMemo(() => namesOfItems(arrayOf(plain['output'])), [plain]);
  const isStream = recording.kind === 'stream';
  const input = useItemsOfInput(recording);
  const states = recording.kind === 'stream' ? recording.folded.items : NO_STATES;
  const contextsFor = useCallback(
    (onJump: (position: number) => void) => itemContexts(plain, onJump, input, { states, isLive, hasEnded: isStream && !isLive }),
    [plain, input, states, isLive, isStream],
  );
  const growing = useGrowing(untracked(items), states, isLive);
  const { filter, shown } = useItemFilter(untracked(items), url.q);
  const nameOf = (position: number) => names[position] ?? null;
  const linkOf = useMemo(() => linksFrom(url), [url]);
  const changeFilter = (changed: ItemFilter) => goTo({ ...url, q: formatItemFilter(changed) }, 'replace');
  const content = useRef<HTMLDivElement>(null);
  const [pointsElsewhere] = useState(url.item !== null);
  // What had been written before we asked is read from its beginning. What is still to come stands at the end, so that is not followed.
  const isWritten = recording.kind === 'stream' && recording.length > recording.clock.backlog;
  // What stands still at the cursor is read; what plays is followed as if it were being written.
  const isTail = isLive && end === null && (travel === null || travel.event === null ? isWritten : travel.isPlaying);
  const tail = useTail(content, { isLive: isTail && items.length > 0, follows: !pointsElsewhere });
  const toCome = useStillToCome(recording, end, filter);
  const coming = toCome?.coming.length ?? 0;
  const goToComing = useGoToComing(recording, end, travel?.moveTo ?? NOWHERE);
  const rail = useRailLink();
  const railSize = useRailSize();
  if (items.length + coming === 0) return <EmptyOutput response={plain} isLive={isLive && isStream} hasEnded={isStream && !isLive} />;
  return (
    <ItemFrame link={rail} label="Items of the output" count={items.length + coming} size={railSize} drawer={railDrawer}>
      <div ref={content} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 p-2.5">
        <AnswerBar response={plain} />
        {toCome === null ? null : <ToComeLine toCome={toCome} hasEnded={(end?.folded.ending ?? null) !== null} />}
        <ItemFilterBar filter={filter} shownCount={shown?.length ?? items.length} count={items.length} onChange={changeFilter} />
        {shown?.length === 0 ? <NothingShown filter={filter} onChange={changeFilter} /> : null}
        <ItemList
          items={items}
          shown={shown}
          path={OUTPUT_PATH}
          contextsFor={contextsFor}
          selected={positionOfItem(untracked(items), url.item)}
          onSelect={(position) => goTo({ ...url, item: nameOf(position) }, 'replace')}
          onShowHidden={(position) => goTo({ ...url, q: formatItemFilter(showAllTypes(filter)), item: nameOf(position) }, 'replace')}
          linkTo={(position) => linkOf(nameOf(position))}
          expansion={expansion}
          reveal={reveal}
          rail={rail}
          growing={growing}
          toCome={toCome}
          onComing={goToComing}
          isFleeting={(travel?.event ?? null) !== null}
        />
        {toCome === null || coming === 0 ? null : <ComingItems items={toCome.coming} onGo={goToComing} />}
      </div>
      {isTail && !tail.isFollowing ? <NewBelow items={untracked(items)} onGo={tail.goToEnd} /> : null}
    </ItemFrame>
  );
}
