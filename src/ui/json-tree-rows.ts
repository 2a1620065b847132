import { formatJsonPointer } from '#base/json-pointer.ts';
import { childNodes, type JsonNode } from '#base/page-json.ts';
import { previewOf } from './json-tree-text.ts';

const ROW = '[role=treeitem]';

/** Knows which value each row of a drawn tree stands for, and keeps exactly one row in the tab order. */
export type JsonTreeRows = {
  /**
   * Ties the rows under `container` to `root` and its descendants, now and whenever the library opens a node, and tells `onDrawn` of
   * each. Returns the way to stop. With a `rootPointer`, the JSON Pointer of the root in its document, each row carries its own.
   */
  readonly follow: (
    container: HTMLElement,
    root: JsonNode,
    rootPointer: string | undefined,
    onDrawn: (node: JsonNode) => void,
  ) => () => void;
  readonly nodeOf: (row: Element) => JsonNode | undefined;
  /** The nodes whose rows under `container` are open. */
  readonly openNodes: (container: Element | null) => readonly JsonNode[];
  /** Makes `row` the one that Tab reaches and that is marked. */
  readonly setCurrent: (row: HTMLElement) => void;
};

export function createJsonTreeRows(): JsonTreeRows {
  const nodes = new WeakMap<Element, JsonNode>();
  let current: HTMLElement | null = null;

  function tieRows(top: HTMLElement, topNode: JsonNode, topPointer: string | undefined, onDrawn: (node: JsonNode) => void) {
    const waiting: [HTMLElement, JsonNode, string | undefined][] = [[top, topNode, topPointer]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [row, node, pointer] = next;
      nodes.set(row, node);
      if (pointer !== undefined && row.dataset['path'] !== pointer) row.dataset['path'] = pointer;
      onDrawn(node);
      describeRow(row, node);
      const rows = groupOf(row)?.children ?? [];
      const children = rows.length === 0 ? [] : childNodes(node);
      children.forEach((child, index) => {
        const childRow = rows[index];
        if (childRow instanceof HTMLElement) waiting.push([childRow, child, pointerOf(child, pointer)]);
      });
    }
  }

  function follow(container: HTMLElement, root: JsonNode, rootPointer: string | undefined, onDrawn: (node: JsonNode) => void) {
    const first = () => container.querySelector<HTMLElement>(ROW);
    const tieAll = () => {
      const row = first();
      if (row !== null) tieRows(row, root, rootPointer, onDrawn);
    };
    const keepOneReachable = () => {
      if (current?.isConnected !== true) current = first();
      if (current !== null) setTabIndex(current, 0);
    };
    const observer = new MutationObserver((changes) => {
      for (const row of new Set(changes.map(({ target }) => rowOf(target)))) {
        const node = row === null ? undefined : nodes.get(row);
        if (row !== null && node !== undefined) tieRows(row, node, row.dataset['path'], onDrawn);
        else tieAll();
      }
      keepOneReachable();
    });
    tieAll();
    keepOneReachable();
    observer.observe(container, { childList: true, subtree: true });
    return () => observer.disconnect();
  }

  function setCurrent(row: HTMLElement) {
    if (current !== null && current !== row) {
      setTabIndex(current, -1);
      delete current.dataset['current'];
    }
    current = row;
    setTabIndex(row, 0);
    row.dataset['current'] = '';
  }

  function openNodes(container: Element | null): readonly JsonNode[] {
    return [...(container?.querySelectorAll(`${ROW}[aria-expanded=true]`) ?? [])].flatMap((row) => nodes.get(row) ?? []);
  }

  return { follow, nodeOf: (row) => nodes.get(row), openNodes, setCurrent };
}

/** A page stands where what it is cut from stands. */
function pointerOf({ step }: JsonNode, parent: string | undefined): string | undefined {
  return parent === undefined || step === null ? parent : parent + formatJsonPointer([step]);
}

/** The row that `target` is in or is. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return element?.closest<HTMLElement>(ROW) ?? null;
}

/** The button of the library that opens and closes `row`; null for scalars and empty nodes. */
export function expanderOf(row: Element): HTMLElement | null {
  return childOf(row, (child) => child.getAttribute('role') === 'button');
}

function groupOf(row: Element): HTMLElement | null {
  return childOf(row, (child) => child.getAttribute('role') === 'group');
}

/** Looks at the row's own parts: a selector would search the whole subtree, once per level of it. */
function childOf(row: Element, fits: (child: HTMLElement) => boolean): HTMLElement | null {
  for (const child of row.children) if (child instanceof HTMLElement && fits(child)) return child;
  return null;
}

function describeRow(row: HTMLElement, node: JsonNode) {
  // Rows are walked by keyboard; the expander in them stays for the pointer.
  const expander = expanderOf(row);
  if (expander === null) return;
  setTabIndex(expander, -1);
  const preview = childOf(row, (child) => child.classList.contains('json-tree-preview'));
  if (preview !== null) preview.dataset['preview'] = previewOf(node);
}

/** Writes only what changes: each write of the focused element's tab index makes the browser lay out the page. */
export function setTabIndex(element: HTMLElement, tabIndex: 0 | -1) {
  if (element.getAttribute('tabindex') !== String(tabIndex)) element.tabIndex = tabIndex;
}
