import { flushSync } from 'react-dom';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath } from '#base/json.ts';
import type { Store } from '#base/store.ts';
import type { FindMatch } from '#model/find.ts';
import { elementOfPlace } from '#ui/bring-into-view.ts';
import { domTextOf, isNodeStart, rangeIn, type DomText } from '#ui/dom-text.ts';
import { findPlace } from '#ui/match-place.ts';
import type { Sought } from '#ui/sought.ts';

/** A match, and what it takes to find it on the page. */
export type MatchToShow = {
  readonly match: FindMatch;
  /** The value it stands in. */
  readonly whole: string;
  /** How many matches that look alike come before it in the item. */
  readonly earlier: number;
};

/** Where a match is on the page. */
export type ShownMatch = {
  /** Null when nothing there shows it. */
  readonly range: Range | null;
  /** What stands for the value nevertheless: a link that shows its host, a chip, the field; or the item. */
  readonly element: Element | null;
  readonly item: Element | null;
};

/** So many frames without a change of the page are waited for what opens and loads; and so many in any case for an item to come. */
const QUIET_FRAMES = 4;
const MOST_FRAMES = 240;

/**
 * Opens what hides a match and finds it on the page: as the views draw it, and where it is not to be seen there, in their sources.
 * Answers null when something else is asked for meanwhile.
 */
export async function showMatch(
  panel: HTMLElement,
  toShow: MatchToShow,
  sought: Store<Sought | null>,
  signal: AbortSignal,
): Promise<ShownMatch | null> {
  const { match, whole } = toShow;
  // Not within the effect that asks for it: React draws at once only outside of those.
  await Promise.resolve();
  for (const isOnlyInSource of [false, true]) {
    if (signal.aborted) return null;
    // What opens has to be open before the page is looked at, or a place that is about to go would be taken.
    flushSync(() => sought.set({ kind: 'place', path: match.path, whole, start: match.start, end: match.end, isOnlyInSource }));
    // The second way is only for what the first did not show.
    // oxlint-disable-next-line no-await-in-loop
    const shown = await whenThere(panel, toShow, signal);
    if (shown === null || shown.range !== null) return shown;
  }
  const item = itemOf(panel, match.path);
  return { range: null, element: item === null ? null : standIn(item, toShow), item };
}

/** Looks again after every change of the page until the match is there, or nothing changes any more. */
async function whenThere(panel: HTMLElement, toShow: MatchToShow, signal: AbortSignal): Promise<ShownMatch | null> {
  let hasChanged = true;
  const observer = new MutationObserver(() => {
    hasChanged = true;
  });
  observer.observe(panel, { childList: true, subtree: true, characterData: true });
  try {
    for (let frame = 0, quiet = 0; frame < MOST_FRAMES; frame += 1) {
      const item = itemOf(panel, toShow.match.path);
      if (hasChanged && item !== null) {
        hasChanged = false;
        quiet = 0;
        const range = locateMatch(item, toShow);
        if (range !== null) return { range, element: null, item };
      }
      if (item !== null && quiet >= QUIET_FRAMES) return { range: null, element: null, item };
      quiet += 1;
      // oxlint-disable-next-line no-await-in-loop
      await nextFrame();
      if (signal.aborted) return null;
    }
    return { range: null, element: null, item: itemOf(panel, toShow.match.path) };
  } finally {
    observer.disconnect();
  }
}

/** The range of a match inside its item as it is drawn now; null where it is not to be seen. */
export function locateMatch(item: Element, { match, whole, earlier }: MatchToShow): Range | null {
  const text = domTextOf(item);
  const place = elementOfPlace(item, formatJsonPointer(match.path));
  const { start, end } = match;
  const span = findPlace(
    text.text,
    { whole, start, end, earlier, from: startOfPiece(place ?? item) },
    {
      weigh: (offset) => weightAt(text, offset, place),
      isEdge: (offset) => isNodeStart(text, offset),
    },
  );
  const range = span === null ? null : rangeIn(text, span.start, span.end);
  for (let at = range?.startContainer.parentElement ?? null; at !== null && at !== item; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  return range;
}

/** Where the text begins of which a piece is shown. */
function startOfPiece(place: Element): number {
  return Number(place.querySelector<HTMLElement>('[data-from]')?.dataset['from'] ?? 0);
}

/** What shows that the value is there, without its text. */
function standIn(item: Element, { match, whole }: MatchToShow): Element {
  const link = [...item.querySelectorAll('a[href]')].find((each) => each.getAttribute('href') === whole);
  return link ?? elementOfPlace(item, formatJsonPointer(match.path)) ?? item;
}

/** Of places that read alike, the one that stands for the value is meant, and a header at last: it sums up what is below. */
function weightAt(text: DomText, offset: number, place: Element | null): number {
  const element = rangeIn(text, offset, offset + 1)?.startContainer.parentElement ?? null;
  if (element === null) return 0;
  return (place?.contains(element) === true ? 4 : 0) - (element.closest('h2') === null ? 0 : 0.5);
}

/** The item that a path leads into, else the whole panel; null while the item is not there yet. */
export function itemOf(panel: HTMLElement, path: JsonPath): Element | null {
  const [list, position] = path;
  if (list === undefined || typeof position !== 'number') return panel;
  const pointer = formatJsonPointer([list, position]);
  const articles = [...panel.querySelectorAll<HTMLElement>(`article[data-position="${position}"]`)];
  const item = articles.find(({ dataset }) => dataset['path'] === pointer);
  return item ?? (list === 'input_messages' ? panel : null);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
