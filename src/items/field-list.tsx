import type { JsonObject, JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { useDataPath } from './item-place.tsx';
import { ValueView } from './value-view.tsx';

/** The fields of `value` but those in `except`, each under its wire name. */
export function FieldList({ value, except = [] }: { readonly value: JsonObject; readonly except?: readonly string[] }) {
  const dataPath = useDataPath();
  const names = Object.keys(value).filter((name) => !except.includes(name));
  if (names.length === 0) return null;
  return (
    <FieldRows>
      {names.map((name) => {
        const field = value[name] ?? null;
        return (
          <FieldRow key={name} name={visibleLine(name)} dataPath={dataPath(value, name)} copy={() => copied(untracked(field))}>
            <ValueView value={field} label={visibleLine(name)} />
          </FieldRow>
        );
      })}
    </FieldRows>
  );
}

function copied(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
