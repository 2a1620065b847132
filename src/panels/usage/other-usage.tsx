import { formatNumber } from '#base/format-number.ts';
import type { JsonObject, JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { formatJsonPointer } from '#base/json-pointer.ts';

/** Whatever else the server counted, by its wire name. */
export function OtherUsage({ fields }: { readonly fields: JsonObject }) {
  return (
    <FieldRows>
      {Object.entries(fields).map(([name, value]) => (
        <FieldRow
          key={name}
          name={name}
          dataPath={formatJsonPointer(['usage', name])}
          copy={() => JSON.stringify(untracked(value), null, 2)}
        >
          <Value name={name} value={value} />
        </FieldRow>
      ))}
    </FieldRows>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: JsonValue }) {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'object' && value !== null) return <JsonTree value={value} label={name} rootPath={['usage', name]} />;
  return <span className="font-mono text-sm">{visibleText(JSON.stringify(value))}</span>;
}
