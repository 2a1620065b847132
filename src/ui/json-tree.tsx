import {
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { JsonView } from 'react-json-view-lite';
import { formatNumber } from '#base/format-number.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { valueAt, type JsonPath, type JsonValue } from '#base/json.ts';
import { pathOf, rootNode, valueOf, wayTo, type JsonNode } from '#base/page-json.ts';
import { markView, untracked } from '#base/tracked-json.ts';
import { copiedValue, JsonTreeBar } from './json-tree-bar.tsx';
import { shownValue } from './json-tree-data.ts';
import { focusRow, moveInTree } from './json-tree-keys.ts';
import { JSON_TREE_LOOK } from './json-tree-look.ts';
import { openAs, openAlso, planFor, ROW_BUDGET, startOpen, type Opening, type ShouldExpandNode } from './json-tree-plan.ts';
import { createJsonTreeRows, rowOf } from './json-tree-rows.ts';
import { TreeOpeningContext } from './tree-opening.ts';
import { isWithin, useSought } from './sought.ts';

export type JsonTreeProps = {
  readonly value: JsonValue;
  /** What the tree shows, for screen readers: "Response body", "Arguments of search_orders". */
  readonly label: string;
  /** How many levels start open; 1 shows the children of the root. */
  readonly expandLevels?: number;
  /** Where `value` stands in its document, so that copied paths start at the document's root and rows carry theirs; null when it is a document of its own. */
  readonly rootPath?: JsonPath | null;
  /** Opens and closes to this level when its identity changes, also when it asks for the same again. */
  readonly opening?: Opening | null;
};

/**
 * Any JSON as a tree to open, walk by keyboard and copy from. Long lists come in pages, long strings cut, and nothing opens more
 * than `ROW_BUDGET` rows by itself, so that a body of 100 MB costs what its visible rows cost.
 */
export function JsonTree({ value, label, expandLevels = 1, rootPath = null, opening: ownOpening = null }: JsonTreeProps) {
  const container = useRef<HTMLDivElement>(null);
  const commonOpening = use(TreeOpeningContext);
  const opening = ownOpening ?? commonOpening;
  const [rows] = useState(createJsonTreeRows);
  const [current, setCurrent] = useState<HTMLElement | null>(null);
  // The tree looks ahead of what it draws, so it reads the value itself and tells of each row that was drawn.
  const root = useMemo(() => rootNode(untracked(value)), [value]);
  const noteDrawn = useMemo(() => readerOf(value), [value]);
  const rootPointer = rootPath === null ? undefined : formatJsonPointer(rootPath);
  const shown = useMemo(() => shownValue(root), [root]);
  const asked = useMemo(() => (opening === null ? startOpen(expandLevels) : openAs(opening)), [opening, expandLevels]);
  const [found, setFound] = useState<{ readonly asked: ShouldExpandNode; readonly shouldExpand: ShouldExpandNode } | null>(null);
  // What was opened to show a find stays until the tree is asked to open otherwise.
  const shouldExpand = found?.asked === asked ? found.shouldExpand : asked;
  useSought((sought) => {
    if (sought.kind === 'everything') setFound({ asked, shouldExpand: openAs({ levels: Number.POSITIVE_INFINITY, pages: 'all' }) });
    else if (rootPath !== null && isWithin(sought.path, rootPath)) {
      const way = wayTo(root, sought.path.slice(rootPath.length));
      setFound({ asked, shouldExpand: openAlso(rows.openNodes(container.current), way, asked) });
    }
  });
  const isCut = opening !== null && planFor(root, opening).isCut;
  // Held, because choosing a row re-renders this component and 2,000 rows take 9 to 15 ms.
  const view = useMemo(() => <TreeView shown={shown} label={label} shouldExpand={shouldExpand} />, [shown, label, shouldExpand]);

  useLayoutEffect(
    () => (container.current === null ? undefined : rows.follow(container.current, root, rootPointer, noteDrawn)),
    [rows, root, rootPointer, noteDrawn],
  );

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!moveInTree(event.currentTarget, event.target, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(event: MouseEvent) {
    const row = rowOf(event.target);
    if (row !== null && document.getSelection()?.isCollapsed !== false) focusRow(row);
  }
  function enter(target: EventTarget) {
    const row = rowOf(target);
    if (row === null) return;
    rows.setCurrent(row);
    setCurrent(row);
  }
  /** The bar goes when the focus goes to something else, not when a click on nothing takes it away. */
  function leave(event: FocusEvent) {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setCurrent(null);
  }
  function copy(event: ClipboardEvent) {
    if (node === undefined || document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', copiedValue(valueOf(node)));
    event.preventDefault();
  }

  const nodeNow = () => (current?.isConnected === true ? rows.nodeOf(current) : undefined);
  const node = nodeNow();
  return (
    <div className="min-w-0" onBlur={leave}>
      {isCut ? (
        <p role="note" className="mb-1 text-sm text-secondary">
          Opened {formatNumber(ROW_BUDGET)} rows at most; the rest opens row by row.
        </p>
      ) : null}
      {/* Events of the rows, which the library draws: each row has a role and takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={container}
        className="overflow-x-auto"
        onKeyDownCapture={walk}
        onClick={choose}
        onFocus={(event) => enter(event.target)}
        onCopy={copy}
      >
        {view}
      </div>
      {node === undefined ? null : (
        <JsonTreeBar key={pathOf(node).join('\n')} node={node} nodeNow={() => nodeNow() ?? node} rootPath={rootPath} label={label} />
      )}
    </div>
  );
}

/** Reads each row from `value` once it is drawn, and says that the closed branches can be opened. */
function readerOf(value: JsonValue): (node: JsonNode) => void {
  // A value that a view put together may hold tracked ones.
  if (untracked(value) === value) return (node) => markView(node.value, 'offered');
  markView(value, 'offered');
  return (node) => void valueAt(value, pathOf(node));
}

type TreeViewProps = { readonly shown: unknown; readonly label: string; readonly shouldExpand: ReturnType<typeof openAs> };

function TreeView({ shown, label, shouldExpand }: TreeViewProps) {
  // The library draws scalars too; its types ask for an object.
  return <JsonView data={shown as object} style={JSON_TREE_LOOK} shouldExpandNode={shouldExpand} clickToExpandNode aria-label={label} />;
}
