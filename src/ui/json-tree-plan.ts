import { childNodes, PAGE_SIZE, rootOf, type JsonNode } from '#base/page-json.ts';
import { nodeOfShown } from './json-tree-data.ts';

/** Rows that are opened without being asked for one by one: 0.3 to 0.6 s in Chromium on two busy cores. */
export const ROW_BUDGET = 2000;
/** Rows within rows that are opened by themselves. React commits recursively: Chromium draws 1,000 of them, 1,300 overflow its stack. */
const DEEPEST = 600;
/** Lists of up to this many pages open with their first page open. */
const FEW_PAGES = 10;

/** Which nodes start open. */
export type OpeningPlan = {
  readonly open: ReadonlySet<JsonNode>;
  /** True when the budget ended it, so that something asked for stays closed. */
  readonly isCut: boolean;
};

/** How far to open: `levels` of the data (1: the root's children are seen), and whether all pages of long lists or each first one. */
export type Opening = { readonly levels: number; readonly pages: 'first' | 'all' };

/** What react-json-view-lite asks of every node; a new identity makes it ask all of them again. */
export type ShouldExpandNode = (level: number, value: unknown) => boolean;

const plans = new WeakMap<JsonNode, Map<string, OpeningPlan>>();
const startFunctions = new Map<number, ShouldExpandNode>();

/** Breadth first, so that the budget goes to the upper levels. */
export function planOpening(root: JsonNode, { levels, pages }: Opening, budget = ROW_BUDGET): OpeningPlan {
  const open = new Set<JsonNode>();
  let waiting: readonly JsonNode[] = [root];
  let rows = 1;
  for (let nesting = 0; waiting.length > 0; nesting += 1) {
    const next: JsonNode[] = [];
    for (const node of waiting) {
      const isWanted = node.depth < levels && (node.page === null || pages === 'all' || opensWithItsList(node));
      const children = isWanted ? childNodes(node) : [];
      if (children.length === 0) continue;
      rows += children.length;
      if (rows > budget || nesting >= DEEPEST) return { open, isCut: true };
      open.add(node);
      next.push(...children);
    }
    waiting = next;
  }
  return { open, isCut: false };
}

/** The plan for a root, made once: a tree asks for every row. */
export function planFor(root: JsonNode, opening: Opening): OpeningPlan {
  const key = `${opening.levels} ${opening.pages}`;
  const ofRoot = plans.get(root) ?? new Map<string, OpeningPlan>();
  plans.set(root, ofRoot);
  const plan = ofRoot.get(key) ?? planOpening(root, opening);
  ofRoot.set(key, plan);
  return plan;
}

/** How a tree starts: one function per level for good, so that a value that changes does not close what the reader opened. */
export function startOpen(levels: number): ShouldExpandNode {
  const known = startFunctions.get(levels);
  if (known !== undefined) return known;
  const made = openAs({ levels, pages: 'first' });
  startFunctions.set(levels, made);
  return made;
}

/** A function of its own per request, so that asking for the same level again opens and closes again. */
export function openAs(opening: Opening): ShouldExpandNode {
  return (_, value) => {
    const node = nodeOfShown(value);
    return node !== undefined && (opensWithItsList(node) || planFor(rootOf(node), opening).open.has(node));
  };
}

/** Keeps open what is open, and opens the nodes of `way`. What was not drawn yet opens as `start` has it. */
export function openAlso(open: readonly JsonNode[], way: readonly JsonNode[], start: ShouldExpandNode): ShouldExpandNode {
  const all = new Set([...open, ...way]);
  return (level, value) => {
    const node = nodeOfShown(value);
    return node !== undefined && (all.has(node) || (open.length === 0 && start(level, value)));
  };
}

/**
 * What the reader of a list of a few hundred wants is its elements, so its first page opens with it. Longer ones show their ranges:
 * then no click draws more than about a hundred rows.
 */
function opensWithItsList({ page, parent }: JsonNode): boolean {
  if (page === null || parent === null || page.end - page.start > PAGE_SIZE) return false;
  return page.start === (parent.page?.start ?? 0) && childNodes(parent).length <= FEW_PAGES;
}
