import './highlight-ranges.css';

/** The highlights of find: all matches, and the one the reader is at. Drawn over the page without touching it. */
const ALL = 'found';
const CURRENT = 'found-current';
/** Marks the place itself where a browser has no highlights. */
const OUTLINED = 'data-found';

let outlined: Element | null = null;

/** True where the browser can draw highlights of its own. */
function canHighlight(): boolean {
  return typeof Highlight !== 'undefined' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** Highlights `ranges` in place of the ones before. */
export function highlightAll(ranges: readonly Range[]): void {
  if (!canHighlight()) return;
  if (ranges.length === 0) CSS.highlights.delete(ALL);
  else CSS.highlights.set(ALL, new Highlight(...ranges));
}

/** Highlights one range above the others. `around` is outlined: the item of a match that has no text of its own, or any where nothing can be highlighted. */
export function highlightCurrent(range: Range | null, around: Element | null): void {
  outlined?.removeAttribute(OUTLINED);
  outlined = range === null || !canHighlight() ? around : null;
  outlined?.setAttribute(OUTLINED, '');
  if (!canHighlight()) return;
  if (range === null) {
    CSS.highlights.delete(CURRENT);
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set(CURRENT, highlight);
}
