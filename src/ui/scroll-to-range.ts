/** So far from the edges of what scrolls a place has to stand, in pixels: below a header that sticks, and not at the very end. */
const MARGIN = 64;

/** Scrolls everything around `range` as far as it takes to see its beginning; what is in view stays where it is. */
export function scrollToRange(range: Range): void {
  const start = range.startContainer;
  for (let element = start instanceof Element ? start : start.parentElement; element !== null; element = element.parentElement) {
    const isPage = element === document.scrollingElement;
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrollsDown = element.scrollHeight > element.clientHeight + 1 && (isPage || /auto|scroll/.test(overflowY));
    const scrollsAcross = element.scrollWidth > element.clientWidth + 1 && (isPage || /auto|scroll/.test(overflowX));
    if (!scrollsDown && !scrollsAcross) continue;
    const box = isPage ? { left: 0, top: 0, width: innerWidth, height: innerHeight } : element.getBoundingClientRect();
    const place = beginningOf(range);
    if (scrollsDown) element.scrollTop += way(place.top - box.top, place.height, box.height);
    if (scrollsAcross) element.scrollLeft += way(place.left - box.left, Math.min(place.width, box.width / 2), box.width);
  }
}

/** A match over several lines, or an item, may be taller than the view; its beginning is what is looked for. */
function beginningOf(range: Range): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { left, top, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return { left, top, width, height: Math.min(height, MARGIN) };
}

/** How far to scroll: not at all for what is in view, else so that it stands a third of the way in. */
function way(offset: number, length: number, room: number): number {
  const margin = Math.min(MARGIN, room / 4);
  if (offset >= margin && offset + length <= room - margin) return 0;
  return offset - room / 3;
}
