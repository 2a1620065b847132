import { goTo } from '#state/address.ts';
import { VIEWS, withView, type UrlState, type View } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import { headerOf, headersInView, moveBetweenHeaders } from './item-focus.ts';

/** What a command may act on. */
export type CommandContext = {
  readonly url: UrlState;
  /** Presses `Expand all` or `Collapse all` of the tab in view. */
  readonly expand: (to: 'all' | 'none') => void;
  readonly showShortcuts: () => void;
  readonly openFind: () => void;
  /** Null where there is nothing to travel through. */
  readonly travel: Pick<Travel, 'stepBy' | 'stepItem'> | null;
};

/** Something a key does. The list of shortcuts and its tests are made from the same rows. */
export type Command = {
  readonly id: string;
  /** What it does, for the list of shortcuts. */
  readonly title: string;
  /** `KeyboardEvent.key`, any of them. Single keys, without Ctrl, Alt or Meta. */
  readonly keys: readonly string[];
  /** How the keys are written for people. */
  readonly keyNames: readonly string[];
  /** False when there is nothing to act on here, so that the browser keeps the key. */
  readonly run: (context: CommandContext) => boolean;
};

export const COMMANDS: readonly Command[] = [
  { id: 'item.next', title: 'Next item', keys: ['j'], keyNames: ['j', '↓'], run: () => moveBetweenHeaders(1) },
  { id: 'item.previous', title: 'Previous item', keys: ['k'], keyNames: ['k', '↑'], run: () => moveBetweenHeaders(-1) },
  { id: 'items.expand', title: 'Expand all', keys: ['e'], keyNames: ['e'], run: ({ expand }) => done(() => expand('all')) },
  { id: 'items.collapse', title: 'Collapse all', keys: ['E'], keyNames: ['Shift e'], run: ({ expand }) => done(() => expand('none')) },
  ...VIEWS.map((view, index): Command => ({
    id: `view.${view}`,
    title: `Show ${titleOf(view)}`,
    keys: [String(index + 1)],
    keyNames: [String(index + 1)],
    // Not every response has every tab.
    run: ({ url }) => document.getElementById(`tab-${view}`) !== null && done(() => goTo(withView(url, view), 'push')),
  })),
  { id: 'event.next', title: 'Next event of the stream', keys: ['.'], keyNames: ['.'], run: ({ travel }) => step(travel, 'stepBy', 1) },
  { id: 'event.previous', title: 'Previous event', keys: [','], keyNames: [','], run: ({ travel }) => step(travel, 'stepBy', -1) },
  // What Shift makes of the two keys, by layout.
  {
    id: 'event.next-item',
    title: 'Event at which the next item begins',
    keys: ['>', ':'],
    keyNames: ['Shift .'],
    run: ({ travel }) => step(travel, 'stepItem', 1),
  },
  {
    id: 'event.previous-item',
    title: 'Event at which the previous item begins',
    keys: ['<', ';'],
    keyNames: ['Shift ,'],
    run: ({ travel }) => step(travel, 'stepItem', -1),
  },
  { id: 'find', title: 'Find in this tab', keys: ['/'], keyNames: ['/'], run: ({ openFind }) => done(openFind) },
  { id: 'shortcuts', title: 'Show these shortcuts', keys: ['?'], keyNames: ['?'], run: ({ showShortcuts }) => done(showShortcuts) },
];

/** Keys that work while an item's header has the focus; they are not single-letter keys, so they cannot be switched off. */
export const ITEM_KEYS: Readonly<
  Record<string, { readonly keyNames: readonly string[]; readonly title: string; readonly run: () => boolean }>
> = {
  ArrowDown: { keyNames: [], title: 'Next item', run: () => moveBetweenHeaders(1) },
  ArrowUp: { keyNames: [], title: 'Previous item', run: () => moveBetweenHeaders(-1) },
  Home: { keyNames: ['Home'], title: 'First item', run: () => focus(headersInView()[0]) },
  End: { keyNames: ['End'], title: 'Last item', run: () => focus(headersInView().at(-1)) },
};

/** Out of an item's body, back to its header; false when the focus is in no item's body. */
export function backOut(): boolean {
  const header = headerOf(document.activeElement);
  return header !== null && header !== document.activeElement && focus(header);
}

function titleOf(view: View): string {
  return view[0]?.toUpperCase() + view.slice(1);
}

function step(travel: CommandContext['travel'], how: 'stepBy' | 'stepItem', by: 1 | -1): boolean {
  return travel !== null && done(() => travel[how](by));
}

function done(run: () => void): true {
  run();
  return true;
}

function focus(element: HTMLElement | undefined): boolean {
  element?.focus();
  return element !== undefined;
}
