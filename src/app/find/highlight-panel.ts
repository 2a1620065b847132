import { giveWay, SLICE } from '#base/give-way.ts';
import type { TextSpan } from '#model/find.ts';
import type { TextSearch } from '#state/search-texts.ts';
import { domTextOf, rangeIn, type DomText } from '#ui/dom-text.ts';
import { highlightAll } from '#ui/highlight-ranges.ts';

/** More than this nobody looks at, and each of them costs with every scroll. */
const MOST_RANGES = 5_000;

/** Highlights whatever the search finds in the texts of `panel`, in slices. Answers false when it was ended before. */
export async function highlightPanel(panel: HTMLElement, { search }: Pick<TextSearch, 'search'>, signal: AbortSignal): Promise<boolean> {
  const ranges: Range[] = [];
  let sliceEnd = performance.now() + SLICE;
  for (const block of blocksOf(panel)) {
    const text = domTextOf(block);
    // One after the other, so that the first ones of a long page come soon and a new query ends the rest.
    // oxlint-disable-next-line no-await-in-loop
    const [spans = []] = await search([text.text]);
    if (signal.aborted) return false;
    addRanges(ranges, text, spans);
    if (ranges.length >= MOST_RANGES) break;
    if (performance.now() < sliceEnd) continue;
    // oxlint-disable-next-line no-await-in-loop
    await giveWay();
    sliceEnd = performance.now() + SLICE;
  }
  if (signal.aborted) return false;
  highlightAll(ranges);
  return true;
}

function addRanges(ranges: Range[], text: DomText, spans: readonly TextSpan[]): void {
  for (const { start, end } of spans.slice(0, MOST_RANGES - ranges.length)) {
    const range = rangeIn(text, start, end);
    if (range !== null) ranges.push(range);
  }
}

/** The items, and the rest of the panel around them as far as it is one piece. */
function blocksOf(panel: HTMLElement): readonly Element[] {
  const items = [...panel.querySelectorAll('article[data-item-type]')];
  const sections = [...panel.querySelectorAll('section')].filter(
    (section) => section.closest('article') === null && section.querySelector('article') === null,
  );
  return items.length === 0 ? [panel] : [...sections, ...items];
}
