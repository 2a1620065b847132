import type { JsonView } from 'react-json-view-lite';
import type { ComponentProps } from 'react';
import './json-tree.css';

type JsonTreeLook = NonNullable<ComponentProps<typeof JsonView>['style']>;

/** The names under which `json-tree.css` draws the parts of a row. */
export const JSON_TREE_LOOK: JsonTreeLook = {
  container: 'json-tree font-mono text-sm',
  basicChildStyle: 'json-tree-row',
  childFieldsContainer: 'json-tree-children',
  label: 'json-tree-key',
  clickableLabel: 'json-tree-key-clickable',
  nullValue: 'json-tree-null',
  undefinedValue: 'json-tree-null',
  stringValue: 'json-tree-string',
  booleanValue: 'json-tree-boolean',
  numberValue: 'json-tree-number',
  otherValue: '',
  punctuation: 'json-tree-punctuation',
  expandIcon: 'json-tree-open',
  collapseIcon: 'json-tree-close',
  collapsedContent: 'json-tree-preview',
  // The rows bring their own quotes and escapes, so that what is said about a string stands outside them.
  noQuotesForStringValues: true,
  quotesForFieldNames: false,
  stringifyStringValues: false,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
};
