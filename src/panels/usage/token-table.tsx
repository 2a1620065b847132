import { formatNumber, formatPercent } from '#base/format-number.ts';
import type { Usage, UsageConflict } from '#model/usage.ts';
import { DataRow, DataTable } from './data-table.tsx';
import { Swatch } from './swatch.tsx';
import { inputParts, outputParts, type TokenPart } from './token-parts.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';

/** The bars as a table, with each number's wire field, and what does not add up. */
export function TokenTable({ usage }: { readonly usage: Usage }) {
  return (
    <>
      <DataTable caption="Token counts" head={['part', 'tokens', 'share']} wireHead="wire field">
        <DataRow name="input" numbers={[count(usage.input), '']} wire="input_tokens" dataPath="/usage/input_tokens" />
        <PartRows parts={inputParts(usage)} whole={usage.input} />
        {usage.cacheWriteDetails.map(({ name, tokens }) => (
          <DataRow
            key={name}
            isPart
            name={`of cache write: ${name}`}
            numbers={[formatNumber(tokens), '']}
            wire={`input_tokens_details.cache_write_tokens_details.${name}`}
            dataPath={formatJsonPointer(['usage', 'input_tokens_details', 'cache_write_tokens_details', name])}
          />
        ))}
        <DataRow name="output" numbers={[count(usage.output), '']} wire="output_tokens" dataPath="/usage/output_tokens" />
        <PartRows parts={outputParts(usage)} whole={usage.output} />
        <DataRow name="total" numbers={[count(usage.total), '']} wire="total_tokens" dataPath="/usage/total_tokens" />
      </DataTable>
      {usage.conflicts.map((conflict) => (
        <p key={conflict} role="note" className="py-1 text-sm text-warning">
          {CONFLICT_WORDS[conflict]}
        </p>
      ))}
    </>
  );
}

const CONFLICT_WORDS: Readonly<Record<UsageConflict, string>> = {
  'cache-exceeds-input': 'The numbers do not add up: cached and cache-write tokens are more than the input, so "fresh" is shown as 0.',
  'reasoning-exceeds-output': 'The numbers do not add up: there are more reasoning tokens than output tokens, so "visible" is shown as 0.',
  'total-differs': 'The numbers do not add up: total_tokens is not input_tokens + output_tokens. It is shown as sent.',
};

function PartRows({ parts, whole }: { readonly parts: readonly TokenPart[]; readonly whole: number | null }) {
  if (parts.some(({ look }) => look === 'whole-input' || look === 'whole-output')) return null;
  return parts.map((part) => (
    <DataRow
      key={part.title}
      isPart
      name={
        <span className="inline-flex items-center gap-1.5">
          <Swatch look={part.look} />
          {part.title}
        </span>
      }
      numbers={[formatNumber(part.tokens), whole === null || whole === 0 ? '' : formatPercent(part.tokens / whole)]}
      wire={part.from}
      dataPath={part.isSent ? formatJsonPointer(['usage', ...part.from.split('.')]) : undefined}
    />
  ));
}

function count(tokens: number | null) {
  return tokens === null ? <span className="text-tertiary italic">not sent</span> : formatNumber(tokens);
}
