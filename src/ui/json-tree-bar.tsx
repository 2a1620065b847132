import { useState } from 'react';
import { formatDotPath } from '#base/json-path-text.ts';
import type { JsonPath, JsonValue } from '#base/json.ts';
import { pathOf, valueOf, type JsonNode } from '#base/page-json.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { CUT_ABOVE, labelOf } from './json-tree-text.ts';
import { VirtualText } from './virtual-text.tsx';

type JsonTreeBarProps = {
  /** The row that is current. */
  readonly node: JsonNode;
  /** The same row when a button is pressed: its value may have grown since it was drawn. */
  readonly nodeNow: () => JsonNode;
  /** Where the tree's root stands in its document; null when it is one of its own. */
  readonly rootPath: JsonPath | null;
  /** What the tree is called; stands for the path of a root that has none. */
  readonly label: string;
};

/** Names the current row by its path, copies from it, and shows a cut string whole. Everything comes from the data, not from the rows. */
export function JsonTreeBar({ node, nodeNow, rootPath, label }: JsonTreeBarProps) {
  const [isWhole, setWhole] = useState(false);
  const path = formatDotPath([...(rootPath ?? []), ...pathOf(node)]);
  const range = node.page === null ? '' : ` ${labelOf(node)}`;
  const cutText = typeof node.value === 'string' && node.value.length > CUT_ABOVE ? node.value : null;
  return (
    <div className="sticky bottom-0 z-1 mt-1 rounded-md border border-line bg-raised">
      {cutText !== null && isWhole ? (
        <VirtualText text={cutText} label={`All of ${path || label}`} className="h-64 border-b border-line" />
      ) : null}
      <div role="toolbar" aria-label="Selected row" className="flex flex-wrap items-center gap-x-1 px-2 py-0.5">
        <span
          data-json-path
          className="min-w-0 flex-1 basis-32 truncate font-mono text-sm text-secondary"
          title={`${path || label}${range}`}
        >
          {path || label}
          {range}
        </span>
        {cutText === null ? null : (
          <Button look="quiet" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Hide text' : 'Show all'}
          </Button>
        )}
        <CopyButton label="Copy value" text={() => copiedValue(valueOf(nodeNow()))} />
        {path === '' ? null : <CopyButton label="Copy path" text={path} />}
        <CopyButton label="Copy subtree" text={() => JSON.stringify(valueOf(nodeNow()), null, 2)} />
      </div>
    </div>
  );
}

/** What "Copy value" copies: the characters of a string, anything else as JSON on one line. */
export function copiedValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
