/** The text that an element shows, and the way from a place in it back to the page. */
export type DomText = {
  readonly text: string;
  /** The text nodes in their order, and where each begins in `text`. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
};

/** What runs on within a line; everything else ends one. */
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(' '),
);
/** Words of the app's own controls, and what nobody sees. */
const NOT_SHOWN = '[data-own-words], [hidden], .sr-only, script, style, select, svg';

/** Reads what `root` shows, in the order of the page; texts of different lines are parted by a line break. Closed `<details>` count. */
export function domTextOf(root: Element): DomText {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let endsLine = false;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_SHOWN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const ends: Element[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    while (ends.length > 0 && ends.at(-1)?.contains(node) === false) {
      ends.pop();
      endsLine = true;
    }
    if (node instanceof Element && !INLINE.has(node.tagName)) {
      ends.push(node);
      endsLine = true;
    }
    if (!(node instanceof Text) || node.data === '') continue;
    if (endsLine && text !== '' && !text.endsWith('\n')) text += '\n';
    endsLine = false;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  return { text, nodes, starts };
}

/** The range on the page of a span of `text`; null when it was changed since. */
export function rangeIn({ nodes, starts }: DomText, start: number, end: number): Range | null {
  const first = nodeAt(starts, start);
  const last = nodeAt(starts, end - 1);
  const [from, to] = [nodes[first], nodes[last]];
  if (from === undefined || to === undefined) return null;
  const range = document.createRange();
  // A node that was shortened since keeps what is left of it.
  range.setStart(from, Math.min(start - (starts[first] ?? 0), from.length));
  range.setEnd(to, Math.min(end - (starts[last] ?? 0), to.length));
  return range.collapsed ? null : range;
}

/** True where a text node of the page begins. */
export function isNodeStart({ starts }: DomText, offset: number): boolean {
  return starts[nodeAt(starts, offset)] === offset;
}

/** The index of the node that holds the character at `offset`, or of the one before it where that is a line break of ours. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
