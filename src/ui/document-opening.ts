import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { isOpenable, positionOfStep, valueOfChild, type DocumentValue, type OpenNode } from './document-node.ts';
import { DocumentRows, grow, recount, ROOT_ROW, rowsUnder, type RowPlace } from './document-rows.ts';
import { encodedKind } from './json-tree-text.ts';

/** Arrays, objects and texts that are opened in one go: 0.1 to 0.2 s on two cores. However many rows they have costs nothing. */
export const MOST_OPENED = 100_000;

/** Rows that were opened in one go; `isCut` when there was more to open than `MOST_OPENED`. */
export type Opened = { readonly rows: DocumentRows; readonly isCut: boolean };

/**
 * `document` with `levels` of it open: 1 shows the children of the root. With all levels long texts are open too, since that is how
 * everything in them is seen; encoded files stay closed.
 */
export function openedTo(document: DocumentValue, columns: number, levels: number, most = MOST_OPENED): Opened {
  const rows = new DocumentRows(document, columns);
  return { rows, isCut: openBelow(rows, rows.root, levels, most) };
}

/** Opens everything under a row, itself too. True when there was more than `most`. */
export function openAllUnder(rows: DocumentRows, place: RowPlace, most = MOST_OPENED): boolean {
  rows.open(place);
  const node = rows.nodeAt(place);
  if (node === undefined) return false;
  const before = rowsUnder(node);
  const isCut = openBelow(rows, node, Infinity, most);
  grow(node.parent, rowsUnder(node) - before);
  return isCut;
}

/** Opens the other rows of the same parent as well, as "*" does in a tree. */
export function openSiblings(rows: DocumentRows, { parent }: RowPlace): void {
  if (parent === null) return;
  const before = parent.inner;
  for (let position = 0; position < parent.count && parent.opened.length < MOST_OPENED; position += 1) {
    if (isContainer(valueOfChild(parent, position))) rows.openUncounted({ parent, position });
  }
  recount(parent);
  grow(parent.parent, parent.inner - before);
}

/** The row of the value at `path`, or of the nearest around it, with all around it open; with `offset`, the row of the text that shows that character. */
export function revealPath(rows: DocumentRows, path: JsonPath, offset: number | null = null): RowPlace {
  const way: OpenNode[] = [];
  let place = ROOT_ROW;
  for (const step of path) {
    const node = rows.openUncounted(place);
    if (node === null) break;
    way.push(node);
    const position = positionOfStep(node, step);
    if (position === -1) break;
    place = { parent: node, position };
  }
  const text = offset === null || way.length < path.length ? null : rows.openUncounted(place);
  const line = text?.rows?.rowOf(offset ?? 0);
  if (text !== null && line !== undefined) place = { parent: text, position: line };
  for (const node of way.toReversed()) recount(node);
  return place;
}

/** The same document as it now is (grown, or better known), or cut to other lines, with the same rows open where they still are. */
export function carriedOver(old: DocumentRows, document: DocumentValue, columns: number) {
  const rows = new DocumentRows(document, columns);
  const successors = new Map<OpenNode, OpenNode>([[old.root, rows.root]]);
  if (old.root.count > 0 && !old.root.isOpen) rows.root.isOpen = false;
  for (const [before, now] of successors) {
    for (const child of before.opened) {
      const position = child.step === null ? -1 : successorPosition(before, now, child);
      const node = position === -1 ? null : rows.openUncounted({ parent: now, position });
      if (node === null) continue;
      node.isOpen = child.isOpen;
      successors.set(child, node);
    }
  }
  for (const node of [...successors.values()].toReversed()) recount(node);
  return { rows, placeOf: (place: RowPlace) => successorPlace(successors, place) };
}

/** Opens `node` and what is under it, upper levels first, so that the limit cuts the lower ones. Counts the nodes it has seen, not those around `node`. */
function openBelow(rows: DocumentRows, node: OpenNode, levels: number, most: number): boolean {
  const nodes = [node];
  const isCut = openEach(rows, nodes, levels, most);
  for (const opened of nodes.toReversed()) recount(opened);
  return isCut;
}

function openEach(rows: DocumentRows, nodes: OpenNode[], levels: number, most: number): boolean {
  for (const parent of nodes) {
    if (parent.kind === 'text' || parent.depth + 1 >= levels) continue;
    for (let position = 0; position < parent.count; position += 1) {
      const value = valueOfChild(parent, position);
      if (!isContainer(value) && !(levels === Infinity && isReadableText(value, rows.columns))) continue;
      if (nodes.length >= most) return true;
      const child = rows.openUncounted({ parent, position });
      if (child !== null) nodes.push(child);
    }
  }
  return false;
}

function isContainer(value: JsonValue): boolean {
  return isJsonArray(value) || isJsonObject(value);
}

function isReadableText(value: JsonValue, columns: number): boolean {
  return typeof value === 'string' && isOpenable(value, columns) && encodedKind(value) === null;
}

/** Where a child stands in the same array or object as it is now; an earlier value of a repeated key is the same only at the same position. */
function successorPosition(before: OpenNode, now: OpenNode, child: OpenNode): number {
  if (child.step === null || now.kind === 'text') return -1;
  if (child.isOvertaken && !before.isOvertaken) return now.sent?.members?.[child.position]?.key === child.step ? child.position : -1;
  return positionOfStep(now, child.step);
}

function successorPlace(successors: ReadonlyMap<OpenNode, OpenNode>, place: RowPlace): RowPlace {
  let { parent, position } = place;
  while (parent !== null && (successors.get(parent)?.count ?? 0) === 0) ({ parent, position } = parent);
  const now = parent === null ? undefined : successors.get(parent);
  if (parent === null || now === undefined) return ROOT_ROW;
  const step = parent.sent?.members?.[position]?.key ?? parent.keys?.[position];
  const known = step === undefined ? position : positionOfStep(now, step);
  return { parent: now, position: Math.min(known === -1 ? position : known, now.count - 1) };
}
