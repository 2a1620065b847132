import type { JsonValue } from '#base/json.ts';
import { readDataBlob } from '#base/data-blob.ts';
import { BlobChip } from '#ui/blob-chip.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { ContentParts } from './content-parts.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { textLine } from './message-item.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';
import { ValueView } from './value-view.tsx';

/** What a tool answered: JSON in a string, text, or a list of parts. */
export function ToolOutput({ output, label = 'output' }: { readonly output: JsonValue | undefined; readonly label?: string }) {
  if (Array.isArray(output)) return <ContentParts content={output} label={label} />;
  const heading = <span className="text-sm text-tertiary">{label}</span>;
  if (typeof output === 'string' && isJsonText(output)) return <JsonText text={output} label={label} heading={heading} />;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      {heading}
      {typeof output === 'string' ? <OutputText text={output} /> : null}
      {output === undefined ? <span className="text-secondary">not sent</span> : null}
      {output === undefined || typeof output === 'string' ? null : <ValueView value={output} label={label} />}
    </div>
  );
}

function OutputText({ text }: { readonly text: string }) {
  if (text === '') return <span className="text-tertiary">(empty text)</span>;
  const blob = readDataBlob(text);
  return blob === null ? <CodeBlock code={text} copyLabel="Copy output" scrolls={false} /> : <BlobChip blob={blob} />;
}

/** A tool's answer on one line. */
export function outputLine(output: JsonValue | undefined): string {
  if (typeof output === 'string') return output === '' ? '(empty text)' : isDataLike(output) ? '(binary data)' : argumentsLine(output);
  return Array.isArray(output) ? textLine(output) : argumentsLine(output);
}

function isDataLike(text: string): boolean {
  return text.length > 200 && !/\s/.test(text.slice(0, 200)) && readDataBlob(text) !== null;
}

/** "get_refund_policy → " before the answer, where the call is known. */
export function answered(name: string | null, line: string): string {
  return name === null || name === '' ? line : `${lineOf(name)} → ${line}`;
}
