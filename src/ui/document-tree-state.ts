import type { AsSent } from '#base/json-as-sent.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import { DocumentRows, ROOT_ROW, type DocumentRow, type RowPlace } from './document-rows.ts';
import { carriedOver, openAllUnder, openedTo, openSiblings, revealPath } from './document-opening.ts';
import { startOf } from './json-tree-text.ts';

/** The document a tree shows: a value, and what its source text tells beyond it. */
export type TreeDocument = { readonly value: JsonValue; readonly sent: AsSent | null; readonly source: string };

/** A row to scroll to and, unless the reader is busy elsewhere, to focus. Another object with each wish. */
export type RowWish = { readonly index: number; readonly block: 'center' | 'nearest'; readonly takesFocus: boolean };

/** A place in a document that was found or asked for. `in` says what `start` counts in. */
export type PlaceInDocument = { readonly path: JsonPath; readonly in: 'key' | 'value' | 'path'; readonly start: number };

/** Which rows of a document are open and which one is selected; outside React, since what is open is looked up, not compared. */
export class DocumentTreeState {
  rows: DocumentRows;
  selected: RowPlace = ROOT_ROW;
  /** False until the reader, or a wish to see a place, chose a row. */
  isChosen = false;
  /** Something that was asked for stays closed, since it was too much. */
  isCut = false;
  wish: RowWish | null = null;
  #version = 0;
  readonly #listeners = new Set<() => void>();
  #document: TreeDocument;
  /** What was asked for last; an effect that runs again, as when a hidden tab comes back, must not do it again. */
  #asked = new Map<string, unknown>();

  constructor(document: TreeDocument, columns: number) {
    this.#document = document;
    this.rows = new DocumentRows({ ...document, isOvertaken: false }, columns);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /** Shows another state of the document, or other lines of its texts; what is open stays open. */
  setDocument(document: TreeDocument, columns: number): void {
    const { value, sent, source } = this.#document;
    if (value === document.value && sent === document.sent && source === document.source && columns === this.rows.columns) return;
    this.#document = document;
    const { rows, placeOf } = carriedOver(this.rows, { ...document, isOvertaken: false }, columns);
    this.rows = rows;
    this.selected = placeOf(this.selected);
    this.#changed();
  }

  /** Opens to a level, once for each object that asks for it. */
  openTo(opening: { readonly levels: number } | null): void {
    if (!this.#isNew('opening', opening) || opening === null) return;
    const path = this.rows.pathOf(this.selected);
    const { rows, isCut } = openedTo({ ...this.#document, isOvertaken: false }, this.rows.columns, opening.levels);
    this.rows = rows;
    this.isCut = isCut;
    this.selected = nearestShown(rows, path);
    if (this.isChosen) this.wish = { index: rows.indexOf(this.selected), block: 'nearest', takesFocus: false };
    this.#changed();
  }

  /** Opens what is around a place, selects its row and scrolls to it, once for each object that asks for it. */
  reveal(asked: { readonly path: JsonPath } | null): void {
    if (this.#isNew('reveal', asked) && asked !== null) this.goTo(asked.path);
  }

  /** As `reveal`, for what was found: the row with the very characters, while the focus stays where it is. */
  revealFound(found: PlaceInDocument | null): void {
    if (!this.#isNew('found', found) || found === null) return;
    const place = revealPath(this.rows, found.path);
    const { value } = this.rows.rowAt(place);
    const isBehind = found.in === 'value' && typeof value === 'string' && found.start >= startOf(value, this.rows.columns).length;
    const isLined = typeof value === 'string' && this.rows.nodeAt(place)?.isOpen === true;
    const row = found.in === 'value' && (isBehind || isLined) ? revealPath(this.rows, found.path, found.start) : place;
    this.#choose(row, { block: 'center', takesFocus: false });
  }

  /** Goes to the value at a path. */
  goTo(path: JsonPath): void {
    this.#choose(revealPath(this.rows, path), { block: 'center', takesFocus: true });
  }

  select(place: RowPlace, takesFocus = true): void {
    this.#choose(place, { block: 'nearest', takesFocus });
  }

  toggle(place: RowPlace): void {
    if (this.rows.rowAt(place).isOpen) this.#close(place);
    else this.rows.open(place);
    this.#changed();
  }

  /** Opens or closes everything under a row. */
  toggleAll(place: RowPlace): void {
    if (this.rows.rowAt(place).isOpen) this.#close(place);
    else this.isCut = openAllUnder(this.rows, place);
    this.#changed();
  }

  /**
   * What a key does in a tree (ARIA's tree pattern): arrows, Home and End, a page up or down, Enter and Space, "*" for all rows beside
   * the selected one. False when the key is none of these.
   */
  press(key: string, rowsPerView: number): boolean {
    const { rows, selected } = this;
    const row = rows.rowAt(selected);
    if (key === 'ArrowDown') this.select(rows.nextOf(selected) ?? selected);
    else if (key === 'ArrowUp') this.#selectNear(-1);
    else if (key === 'PageDown') this.#selectNear(rowsPerView);
    else if (key === 'PageUp') this.#selectNear(-rowsPerView);
    else if (key === 'Home') this.select(ROOT_ROW);
    else if (key === 'End') this.select(rows.placeAt(rows.count - 1));
    else if (key === 'ArrowRight') this.#goIn(row);
    else if (key === 'ArrowLeft') this.#goOut(row);
    else if (key === 'Enter' || key === ' ') {
      if (row.isOpenable) this.toggle(selected);
      this.select(selected);
    } else if (key === '*') {
      openSiblings(rows, selected);
      this.select(selected);
    } else return false;
    return true;
  }

  /** Goes to the next row, round the end, whose key begins with `typed`; looks at so many rows at most as can be looked at at once. */
  typeAhead(typed: string): void {
    const { rows, selected } = this;
    const wanted = typed.toLowerCase();
    // A second letter may be meant for the row that the first one found.
    let place: RowPlace | null = typed.length > 1 ? selected : rows.nextOf(selected);
    for (let looked = 0; looked < Math.min(rows.count, MOST_LOOKED_AT); looked += 1) {
      place ??= ROOT_ROW;
      const { step, line } = rows.rowAt(place);
      if (line === null && step !== null && String(step).toLowerCase().startsWith(wanted)) return this.select(place);
      place = rows.nextOf(place);
    }
  }

  #goIn(row: DocumentRow): void {
    if (row.isOpen) this.select(this.rows.nextOf(row) ?? row);
    else {
      if (row.isOpenable) this.rows.open(row);
      this.select(this.selected);
    }
  }

  #goOut(row: DocumentRow): void {
    if (row.isOpen) {
      this.rows.close(row);
      this.select(this.selected);
    } else if (row.parent !== null) this.select({ parent: row.parent.parent, position: row.parent.position });
  }

  #selectNear(rows: number): void {
    const index = this.rows.indexOf(this.selected) + rows;
    this.select(this.rows.placeAt(Math.min(Math.max(0, index), this.rows.count - 1)));
  }

  #close(place: RowPlace): void {
    const node = this.rows.nodeAt(place);
    for (let { parent } = this.selected; parent !== null; parent = parent.parent) {
      // What is selected must be there to be seen.
      if (parent === node) this.selected = place;
    }
    this.rows.close(place);
  }

  #choose(place: RowPlace, how: Pick<RowWish, 'block' | 'takesFocus'>): void {
    this.selected = { parent: place.parent, position: place.position };
    this.isChosen = true;
    this.wish = { index: this.rows.indexOf(place), ...how };
    this.#changed();
  }

  #isNew(what: string, asked: unknown): boolean {
    if (this.#asked.get(what) === asked) return false;
    this.#asked.set(what, asked);
    return true;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** Some 30 ms of looking. */
const MOST_LOOKED_AT = 20_000;

/** The row of the value at `path`, or of the innermost one around it that is in the rows as they are. */
function nearestShown(rows: DocumentRows, path: JsonPath): RowPlace {
  let place: RowPlace = ROOT_ROW;
  for (const step of path) {
    const child = rows.childPlace(place, step);
    if (child === null) break;
    place = child;
  }
  return place;
}
