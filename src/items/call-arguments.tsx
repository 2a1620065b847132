import { isJsonObject, type JsonValue } from '#base/json.ts';
import { JsonText } from './json-text.tsx';
import { ValueView } from './value-view.tsx';

/** The arguments of a call: JSON in a string by contract, but also an empty string, a beginning of JSON, or the object itself. */
export function CallArguments({ value, label = 'arguments' }: { readonly value: JsonValue | undefined; readonly label?: string }) {
  const heading = <span className="text-sm text-tertiary">{label}</span>;
  if (typeof value === 'string' && value.trim() !== '') return <JsonText text={value} label={label} heading={heading} />;
  if (isJsonObject(value)) {
    return (
      <div className="min-w-0">
        <p className="mb-1 text-sm text-secondary">{label} sent as an object, not as JSON in a string</p>
        <JsonText text={JSON.stringify(value)} label={label} heading={heading} />
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-baseline gap-2">
      {heading}
      <span className="text-secondary">{describe(value)}</span>
      {value === undefined || value === null || typeof value === 'string' ? null : <ValueView value={value} label={label} />}
    </div>
  );
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'not sent';
  if (value === null) return 'null';
  return typeof value === 'string' ? '(empty: no arguments)' : 'not JSON in a string:';
}
