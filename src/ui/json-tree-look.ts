import type { JsonView } from 'react-json-view-lite';
import type { ComponentProps } from 'react';

type JsonTreeLook = NonNullable<ComponentProps<typeof JsonView>['style']>;

/**
 * A closed row is one line, which also lays out in half the time of text that may wrap. The row mark lies under the first line of an open row and under all lines of a closed one: a row of the library holds its
 * children too, so its own background or outline would mark the whole subtree.
 */
const ROW =
  'relative min-w-40 pl-4 outline-none [&[aria-expanded=false]]:overflow-hidden [&[aria-expanded=false]]:text-ellipsis ' +
  '[&[aria-expanded=false]]:whitespace-pre data-current:before:absolute data-current:before:inset-0 data-current:before:-z-1 ' +
  'data-current:before:rounded-xs data-current:before:bg-selected data-current:aria-expanded:before:bottom-auto ' +
  'data-current:aria-expanded:before:h-[1.125rem] data-current:focus-visible:before:outline-2 ' +
  'data-current:focus-visible:before:-outline-offset-2 data-current:focus-visible:before:outline-accent';

const EXPANDER = 'absolute top-0 left-0 w-4 cursor-pointer text-center text-tertiary select-none outline-none hover:text-text';

/** Keys blue, strings green, numbers and other words orange and grey: the same in every tree. */
export const JSON_TREE_LOOK: JsonTreeLook = {
  container: 'isolate font-mono text-sm break-words whitespace-pre-wrap [overflow-wrap:anywhere]',
  basicChildStyle: ROW,
  childFieldsContainer: 'ml-[-0.5625rem] border-l border-line pl-[0.5625rem]',
  label: 'mr-1 text-accent',
  clickableLabel: 'mr-1 cursor-pointer text-accent',
  nullValue: 'text-tertiary italic',
  undefinedValue: 'text-tertiary italic',
  stringValue: 'text-good',
  booleanValue: 'text-reasoning',
  numberValue: 'text-warning',
  otherValue: 'text-text',
  punctuation: 'text-tertiary',
  expandIcon: `${EXPANDER} after:content-['▸']`,
  collapseIcon: `${EXPANDER} after:content-['▾']`,
  collapsedContent: 'json-tree-preview cursor-pointer text-tertiary after:content-[attr(data-preview)]',
  // The rows bring their own quotes and escapes, so that what is said about a string stands outside them.
  noQuotesForStringValues: true,
  quotesForFieldNames: false,
  stringifyStringValues: false,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
};
