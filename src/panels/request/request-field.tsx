import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { remarkOn, wordsFor } from '#model/field-words.ts';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { FieldRow } from '#ui/field-row.tsx';
import { copiedText, FieldValue, isLongText, TextBox } from './field-value.tsx';
import { InstructionList } from './instruction-list.tsx';
import { ObjectFields } from './object-fields.tsx';
import { TimeValue } from './time-value.tsx';
import { ToolList } from './tool-list.tsx';

export type RequestFieldProps = {
  readonly name: string;
  /** undefined: not sent. */
  readonly value: JsonValue | undefined;
  readonly response: JsonObject;
  readonly expansion: Expansion;
};

/** The row of one top-level field, and the rows under it where the value has parts. */
export function RequestField({ name, value, response, expansion }: RequestFieldProps) {
  const words = wordsFor(name, untracked(value), untracked(response));
  const path: JsonPath = [name];
  const dataPath = formatJsonPointer(path);
  const remark = value === undefined || value === null ? null : remarkOn(name);
  if ((name === 'created_at' || name === 'completed_at') && typeof value === 'number') {
    return <TimeValue dataPath={dataPath} name={name} seconds={value} words={words} />;
  }
  if ((name === 'output' && isJsonArray(value)) || (name === 'usage' && isJsonObject(value))) {
    return (
      <FieldRow name={name} dataPath={dataPath}>
        {words}
      </FieldRow>
    );
  }
  if (name === 'tools' && isJsonArray(value) && value.length > 0) {
    return (
      <FieldRow
        name={name}
        dataPath={dataPath}
        copy={() => copiedText(value)}
        below={<ToolList tools={value} path={path} expansion={expansion} />}
      >
        {words}
      </FieldRow>
    );
  }
  if (name === 'instructions' && isJsonArray(value) && value.length > 0) {
    return (
      <FieldRow name={name} dataPath={dataPath} copy={() => copiedText(value)} below={<InstructionList path={path} items={value} />}>
        {words}
      </FieldRow>
    );
  }
  if (name === 'instructions' && typeof value === 'string' && isLongText(value)) {
    return (
      <FieldRow name={name} dataPath={dataPath} copy={value} below={<TextBox text={value} />}>
        <span className="text-secondary">{formatBytes(utf8Length(value))}</span>
      </FieldRow>
    );
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) return <ObjectFields name={name} path={path} value={value} words={words} />;
  return (
    <FieldRow name={name} dataPath={dataPath} copy={value === undefined || value === null ? null : () => copiedText(value)}>
      <FieldValue name={name} path={path} value={value} words={words} remark={remark} />
    </FieldRow>
  );
}
