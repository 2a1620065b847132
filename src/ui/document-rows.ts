import type { JsonPath } from '#base/json.ts';
import {
  childAt,
  fitting,
  isOpenable,
  makeNode,
  pathThrough,
  positionOfStep,
  ROOT_PLACE,
  type DocumentChild,
  type DocumentValue,
  type OpenNode,
} from './document-node.ts';

/** Which row of a document: a child of an opened node, or the root (no parent). It stays the same row whatever opens around it. */
export type RowPlace = { readonly parent: OpenNode | null; readonly position: number };

/** One row, as it is drawn. */
export type DocumentRow = DocumentChild &
  RowPlace & {
    readonly depth: number;
    readonly isOpenable: boolean;
    readonly isOpen: boolean;
    /** How many rows its parent has of its own. */
    readonly setSize: number;
  };

export const ROOT_ROW: RowPlace = { parent: null, position: 0 };

/**
 * The rows of a document in which some nodes are open. Only opened nodes are kept, each with the number of rows under it, so opening
 * an array of a million elements costs as much as opening one of three, and a row is found by going down from the root.
 * No recursion: documents are nested deeper than the call stack.
 */
export class DocumentRows {
  readonly root: OpenNode;
  /** The characters that a line of an opened text has, and that a text on one line may have. */
  readonly columns: number;

  constructor(document: DocumentValue, columns: number) {
    this.columns = columns;
    this.root = makeNode({ ...document, sent: fitting(document.value, document.sent) }, ROOT_PLACE, columns);
    this.root.isOpen = isOpenable(document.value, columns);
  }

  get count(): number {
    return 1 + rowsUnder(this.root);
  }

  /** The rows from `first` up to but without `last`. */
  rows(first: number, last: number): readonly DocumentRow[] {
    const rows: DocumentRow[] = [];
    let place: RowPlace | null = first < this.count ? this.placeAt(first) : null;
    for (let index = first; index < last && place !== null; index += 1) {
      rows.push(this.rowAt(place));
      place = this.nextOf(place);
    }
    return rows;
  }

  rowAt(place: RowPlace): DocumentRow {
    const { parent, position } = place;
    const node = this.nodeAt(place);
    const child = parent === null ? { ...this.root, line: null } : childAt(parent, position);
    const { value, sent, source, isOvertaken, step, line } = child;
    return {
      value,
      sent,
      source,
      isOvertaken,
      step,
      line,
      parent,
      position,
      depth: parent === null ? 0 : parent.depth + 1,
      isOpenable: line === null && isOpenable(value, this.columns),
      isOpen: node?.isOpen === true && node.count > 0,
      setSize: parent === null ? 1 : parent.count,
    };
  }

  /** The row at `index` of all, from 0; the last one for an index behind it. */
  placeAt(index: number): RowPlace {
    if (index <= 0) return ROOT_ROW;
    let node = this.root;
    let inside = Math.min(index, this.count - 1) - 1;
    while (true) {
      const starts = startsOf(node);
      const at = lastAtMost(starts, inside);
      const child = node.opened[at];
      if (child === undefined) return { parent: node, position: inside };
      const within = inside - (starts[at] ?? 0);
      if (within === 0) return { parent: node, position: child.position };
      if (within > rowsUnder(child)) return { parent: node, position: child.position + within - rowsUnder(child) };
      node = child;
      inside = within - 1;
    }
  }

  /** The index of a row among all; the nodes around it must be open. */
  indexOf(place: RowPlace): number {
    let index = 0;
    let { parent, position } = place;
    while (parent !== null) {
      const at = lastBefore(parent.opened, position);
      const before = parent.opened[at];
      index += 1 + (before === undefined ? position : (startsOf(parent)[at] ?? 0) + rowsUnder(before) + position - before.position);
      ({ parent, position } = parent);
    }
    return index;
  }

  /** The row after `place`, or null at the end. */
  nextOf(place: RowPlace): RowPlace | null {
    const node = this.nodeAt(place);
    if (node?.isOpen === true && node.count > 0) return { parent: node, position: 0 };
    let { parent, position } = place;
    while (parent !== null && position + 1 >= parent.count) ({ parent, position } = parent);
    return parent === null ? null : { parent, position: position + 1 };
  }

  /** The node at a place, if it was opened at least once. */
  nodeAt({ parent, position }: RowPlace): OpenNode | undefined {
    if (parent === null) return this.root;
    const node = parent.opened[lastBefore(parent.opened, position + 1)];
    return node?.position === position ? node : undefined;
  }

  /** Where the child of a row at `step` stands; null when it is not among the rows. */
  childPlace(place: RowPlace, step: string | number): RowPlace | null {
    const node = this.nodeAt(place);
    const position = node?.isOpen === true ? positionOfStep(node, step) : -1;
    return node === undefined || position === -1 ? null : { parent: node, position };
  }

  /** The path of the value that the row shows or is a part of. */
  pathOf({ parent, position }: RowPlace): JsonPath {
    return parent === null ? [] : pathThrough(parent, childAt(parent, position).step);
  }

  /** Opens the row when there is something to open. What was open in it when it was closed is open again. */
  open(place: RowPlace): void {
    const before = this.nodeAt(place);
    if (before?.isOpen === true) return;
    const node = this.openUncounted(place);
    if (node !== null) grow(node.parent, node.inner);
  }

  /** As `open`, but leaves it to the caller to `recount` the nodes around: for opening many at once. */
  openUncounted(place: RowPlace): OpenNode | null {
    const known = this.nodeAt(place);
    if (known !== undefined) {
      known.isOpen = true;
      return known;
    }
    const { parent, position } = place;
    if (parent === null || parent.kind === 'text') return null;
    const child = childAt(parent, position);
    if (!isOpenable(child.value, this.columns)) return null;
    const node = makeNode(child, { parent, position, step: child.step }, this.columns);
    parent.opened.splice(lastBefore(parent.opened, position) + 1, 0, node);
    return node;
  }

  close(place: RowPlace): void {
    const node = this.nodeAt(place);
    if (node === undefined || !node.isOpen) return;
    node.isOpen = false;
    grow(node.parent, -node.inner);
  }
}

/** How many rows are under a node as it stands. */
export function rowsUnder(node: OpenNode): number {
  return node.isOpen ? node.inner : 0;
}

/** Counts the rows under `node` from those under its children. */
export function recount(node: OpenNode): void {
  let rows = node.count;
  for (const child of node.opened) rows += rowsUnder(child);
  node.inner = rows;
  node.starts = null;
}

/** Tells the nodes from `from` on upwards that rows have come or gone. */
export function grow(from: OpenNode | null, rows: number): void {
  for (let node = from; node !== null; node = node.parent) {
    node.inner += rows;
    node.starts = null;
    if (!node.isOpen) return;
  }
}

function startsOf(node: OpenNode): Float64Array {
  if (node.starts !== null) return node.starts;
  const starts = new Float64Array(node.opened.length);
  let before = 0;
  for (const [index, child] of node.opened.entries()) {
    starts[index] = child.position + before;
    before += rowsUnder(child);
  }
  node.starts = starts;
  return starts;
}

/** The last index whose entry is at most `value`, or -1; entries grow. */
function lastAtMost(entries: Float64Array, value: number): number {
  let low = -1;
  let high = entries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((entries[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the last node that comes before `position`, or -1. */
function lastBefore(nodes: readonly OpenNode[], position: number): number {
  let low = -1;
  let high = nodes.length - 1;
  const last = nodes[high];
  if (last === undefined || last.position < position) return high;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((nodes[middle]?.position ?? 0) < position) low = middle;
    else high = middle - 1;
  }
  return low;
}
