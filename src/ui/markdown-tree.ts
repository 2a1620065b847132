import { visibleText } from '#base/visible-text.ts';

/** What we read of a Markdown syntax tree (mdast); everything else passes through. */
export type MarkdownNode = {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  children?: MarkdownNode[];
  position?: { readonly start: Point; readonly end: Point } | undefined;
  data?: Record<string, unknown>;
};
type Point = { readonly offset?: number | undefined };

/** A place of the Markdown source, in UTF-16 units, that something is drawn at; a point where `start` equals `end` or `wraps` is false. */
export type TextMark = {
  readonly start: number;
  readonly end: number;
  /** True to enclose the text of the span, where the span is one piece of text or the target of a link; false to follow it. */
  readonly wraps: boolean;
  /** Which mark it is, where that is not its place in the list. */
  readonly index?: number;
};

/** Element names that stand for marks. Markdown without HTML never makes them itself with a `data-mark`. */
const FOLLOWING = 'sup';
const WRAPPING = 'mark';

/** Puts `marks` into the tree as elements with the mark's index in `data-mark`. */
export function placeMarks(root: MarkdownNode, marks: readonly TextMark[]): void {
  // From the last to the first, so that pieces already cut keep their offsets.
  const order = marks
    .map((mark, place) => ({ mark, index: mark.index ?? place }))
    .toSorted((a, b) => b.mark.end - a.mark.end || b.index - a.index);
  for (const { mark, index } of order) {
    if (mark.wraps && mark.end > mark.start && wrap(root, mark, index)) continue;
    insertAfter(root, mark.end, index);
  }
}

/** Encloses the span when it lies in one text or code node, or the link whose target holds it. */
function wrap(parent: MarkdownNode, mark: TextMark, index: number): boolean {
  const children = parent.children ?? [];
  const at = children.findIndex((child) => startOf(child) <= mark.start && mark.end <= endOf(child));
  const child = children[at];
  if (child === undefined) return false;
  if (child.type === 'link' || child.type === 'inlineCode') {
    children[at] = element(WRAPPING, index, child.children ?? [child], child);
    return true;
  }
  if (child.type !== 'text') return wrap(child, mark, index);
  const [before, rest] = cutText(child, mark.start);
  const [inside, after] = cutText(rest, mark.end);
  const pieces = [before, element(WRAPPING, index, [inside], inside), after];
  children.splice(at, 1, ...pieces.filter((node) => node.type !== 'text' || node.value !== ''));
  return true;
}

/** Puts mark `index` right behind the source offset, but never inside code, links or other things that are drawn as a whole. */
function insertAfter(parent: MarkdownNode, offset: number, index: number): void {
  const children = parent.children ?? [];
  const at = children.findLastIndex((child) => startOf(child) < offset);
  const child = children[at];
  const node = element(FOLLOWING, index, [], { type: '', position: { start: { offset }, end: { offset } } });
  if (child?.type === 'text' && offset < endOf(child)) {
    const [before, after] = cutText(child, offset);
    children.splice(at, 1, before, node, after);
  } else if (child?.children !== undefined && HOLDS_WORDS_INSIDE.has(child.type)) insertAfter(child, offset, index);
  else if (HOLDS_BLOCKS.has(parent.type)) addBetweenBlocks(children, at, node);
  else children.splice(at + 1, 0, node);
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
const HOLDS_WORDS_INSIDE = new Set([...HOLDS_BLOCKS, 'paragraph', 'heading', 'list', 'table', 'tableRow', 'tableCell']);

/** Marks behind a code block, or before any text, share a line of their own. */
function addBetweenBlocks(children: MarkdownNode[], at: number, node: MarkdownNode): void {
  const next = children[at + 1];
  if (next?.type === 'paragraph') next.children?.unshift(node);
  else children.splice(at + 1, 0, { type: 'paragraph', children: [node], position: node.position });
}

/** An element that stands where `place` stood, so that later marks find their way around it. */
function element(name: string, index: number, children: MarkdownNode[], place: MarkdownNode): MarkdownNode {
  return { type: 'mark', children, position: place.position, data: { hName: name, hProperties: { dataMark: index } } };
}

function startOf(node: MarkdownNode): number {
  return node.position?.start.offset ?? Number.NEGATIVE_INFINITY;
}

function endOf(node: MarkdownNode): number {
  return node.position?.end.offset ?? Number.POSITIVE_INFINITY;
}

/** Cuts a text node at a source offset. */
function cutText(node: MarkdownNode, offset: number): readonly [MarkdownNode, MarkdownNode] {
  const value = node.value ?? '';
  const start = startOf(node);
  const end = endOf(node);
  const share = value.length === end - start ? offset - start : Math.round((value.length * (offset - start)) / Math.max(1, end - start));
  // Escapes and entities make the source longer than the text; then the end of the nearest word is as near as can be told.
  const at = value.length === end - start ? share : wordEnd(value, share);
  const middle = { offset };
  return [
    { type: 'text', value: value.slice(0, at), position: { start: { offset: start }, end: middle } },
    { type: 'text', value: value.slice(at), position: { start: middle, end: { offset: end } } },
  ];
}

function wordEnd(value: string, from: number): number {
  const space = value.slice(from).search(/\s/);
  return space === -1 ? value.length : from + space;
}

/** Makes heading levels go down one by one, since people and screen readers get lost where they jump. `before` is the level of the last one before these. */
export function settleHeadings(root: MarkdownNode, before = 0): void {
  let last = before;
  visit(root, (node) => {
    if (node.type !== 'heading') return;
    last = Math.min(node.depth ?? 1, last + 1);
    node.depth = last;
  });
}

/** Shows hidden characters in words; code blocks do it themselves. */
export function showHiddenCharacters(root: MarkdownNode): void {
  visit(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') node.value = visibleText(node.value ?? '');
  });
}

function visit(root: MarkdownNode, see: (node: MarkdownNode) => void): void {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    see(node);
    waiting.push(...(node.children ?? []).toReversed());
  }
}
