import { Fragment } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { numberOf, type JsonObject } from '#base/json.ts';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ItemField } from './item-place.tsx';

const FIELDS: ExpectedFields = { input_tokens: 'number', output_tokens: 'number', total_tokens: 'number' };
const WORDS: Readonly<Record<string, string>> = { input_tokens: 'in', output_tokens: 'out', total_tokens: 'in all' };

/** What drawing an SVG cost in tokens, which the response's own usage leaves out. */
export function SvgUsage({ usage }: { readonly usage: JsonObject }) {
  const counts = Object.keys(FIELDS).filter((name) => numberOf(usage[name]) !== null);
  return (
    <div className="min-w-0 text-sm text-secondary">
      {counts.length === 0 ? null : (
        <p>
          <span className="text-tertiary">svg_usage</span>{' '}
          {counts.map((name, index) => (
            <Fragment key={name}>
              {index === 0 ? '' : ' · '}
              <ItemField of={usage} name={name} isInline>
                {formatNumber(numberOf(usage[name]) ?? 0)} {WORDS[name]}
              </ItemField>
            </Fragment>
          ))}{' '}
          (tokens)
        </p>
      )}
      <OtherFields value={usage} expected={FIELDS} />
    </div>
  );
}
