import { useState } from 'react';
import { readDataBlob } from '#base/data-blob.ts';
import { formatNumber } from '#base/format-number.ts';
import type { JsonValue } from '#base/json.ts';
import { markRead, untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { BlobChip } from '#ui/blob-chip.tsx';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { safeUrl } from '#ui/safe-link.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { LongText } from '#ui/long-text.tsx';
import { offsetIn, useSought } from '#ui/sought.ts';
import { usePathOf } from './item-place.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { compactJson } from './summary-text.ts';

/** Compact JSON up to this length stands in the line; more becomes a tree. */
const INLINE_JSON = 72;

/** Text up to this many characters and lines stands open. */
const SHORT_TEXT = 600;
const SHORT_LINES = 10;

/** Any JSON value, shown as what it is: scalars in the line, binary data as a chip, JSON in a string as JSON, the rest as a tree. */
export function ValueView({ value, label }: { readonly value: JsonValue; readonly label: string }) {
  const pathOf = usePathOf();
  if (typeof value === 'string') return <StringView text={value} label={label} />;
  if (typeof value !== 'object' || value === null) return <code className="font-mono text-sm text-tool-call">{String(value)}</code>;
  const inline = compactJson(untracked(value), INLINE_JSON + 1);
  if (inline.length <= INLINE_JSON) {
    markRead(value);
    return <code className="font-mono text-sm wrap-anywhere">{inline}</code>;
  }
  return <JsonTree value={value} label={label} expandLevels={isSmall(untracked(value)) ? 2 : 1} rootPath={pathOf(value)} />;
}

/** A string by what it holds. */
function StringView({ text, label }: { readonly text: string; readonly label: string }) {
  if (text === '') return <span className="text-tertiary">(empty text)</span>;
  const blob = readDataBlob(text);
  if (blob !== null) return <BlobChip blob={blob} />;
  if (isJsonText(text)) return <JsonText text={text} label={label} />;
  if (/^https?:\/\/\S+$/.test(text) && text.length < 2_000 && safeUrl(text) !== null) return <ExternalLink url={text} />;
  if (looksLikeDiff(text)) return <CodeBlock code={text} language="diff" copyLabel={`Copy ${label}`} />;
  if (text.length <= SHORT_TEXT && text.split('\n', SHORT_LINES + 1).length <= SHORT_LINES) {
    return (
      <span dir="auto" className={`wrap-anywhere whitespace-pre-wrap ${/[\n{};=<>]|^\S+$/.test(text) ? 'font-mono text-sm' : ''}`}>
        {visibleText(text)}
      </span>
    );
  }
  return <FoldedText text={text} />;
}

/** A long text, folded to its first lines until it is asked for. */
export function FoldedText({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  useSought((sought) => {
    if (sought.kind === 'everything' || offsetIn(text, sought) !== null) setIsOpen(true);
  });
  return (
    <div className="min-w-0">
      <div className={isOpen ? '' : 'max-h-24 overflow-hidden mask-b-from-50%'}>
        {isOpen ? <LongText text={text} isMonospace /> : <LongText text={text.slice(0, 2_000)} isMonospace />}
      </div>
      <Button size="small" aria-expanded={isOpen} className="mt-1" onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Show less' : `Show all (${formatNumber(text.length)} characters)`}
      </Button>
    </div>
  );
}

function isSmall(value: JsonValue): boolean {
  return compactJson(value, 800).length < 800;
}

function looksLikeDiff(text: string): boolean {
  return /^(?:@@|\*\*\* (?:Begin|Update|Add) |diff --git |--- \S)/m.test(text.slice(0, 2_000)) && /^[+-]/m.test(text);
}
