import { formatCount } from '#base/format-number.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { remarkOn } from '#model/field-words.ts';
import { FieldRow } from '#ui/field-row.tsx';
import { copiedText, FieldValue } from './field-value.tsx';

/** Beyond this many keys a tree reads better than rows. */
const MOST_ROWS = 40;

type ObjectFieldsProps = {
  readonly name: string;
  readonly path: JsonPath;
  readonly value: JsonObject;
  readonly words: string | null;
};

/** An object field: a row for itself, then one for each of its keys under the path name ("text.verbosity"). */
export function ObjectFields({ name, path, value, words }: ObjectFieldsProps) {
  const keys = Object.keys(value);
  if (keys.length > MOST_ROWS) {
    return (
      <FieldRow name={name} dataPath={formatJsonPointer(path)} copy={() => copiedText(value)}>
        <FieldValue name={name} path={path} value={value} words={words ?? formatCount(keys.length, 'field')} />
      </FieldRow>
    );
  }
  return (
    <>
      <FieldRow name={name} dataPath={formatJsonPointer(path)} copy={() => copiedText(value)}>
        <span className="text-secondary">{words ?? formatCount(keys.length, 'field')}</span>
      </FieldRow>
      <KeyRows name={name} path={path} value={value} />
    </>
  );
}

/** One row per key of `value`. */
export function KeyRows({ name, path, value }: Omit<ObjectFieldsProps, 'words'>) {
  return Object.entries(value).map(([key, child]) => <KeyRow key={key} name={`${name}.${key}`} path={[...path, key]} value={child} />);
}

/** The output format is one level deeper than its siblings, and its schema is what people come for. */
function KeyRow({ name, path, value }: { readonly name: string; readonly path: JsonPath; readonly value: JsonValue }) {
  if (name === 'text.format' && isJsonObject(value)) return <KeyRows name={name} path={path} value={value} />;
  return (
    <FieldRow name={name} dataPath={formatJsonPointer(path)} isPart copy={value === null ? null : () => copiedText(value)}>
      <FieldValue
        name={name}
        path={path}
        value={value}
        remark={value === null ? null : remarkOn(name)}
        expandLevels={name === 'text.format.schema' ? 3 : 1}
      />
    </FieldRow>
  );
}
