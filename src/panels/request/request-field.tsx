import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '#base/json.ts';
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
  const words = wordsFor(name, value, response);
  const remark = value === undefined || value === null ? null : remarkOn(name);
  if ((name === 'created_at' || name === 'completed_at') && typeof value === 'number') {
    return <TimeValue name={name} seconds={value} words={words} />;
  }
  if ((name === 'output' && isJsonArray(value)) || (name === 'usage' && isJsonObject(value))) {
    return <FieldRow name={name}>{words}</FieldRow>;
  }
  if (name === 'tools' && isJsonArray(value) && value.length > 0) {
    return (
      <FieldRow name={name} copy={() => copiedText(value)} below={<ToolList tools={value} expansion={expansion} />}>
        {words}
      </FieldRow>
    );
  }
  if (name === 'instructions' && isJsonArray(value) && value.length > 0) {
    return (
      <FieldRow name={name} copy={() => copiedText(value)} below={<InstructionList items={value} />}>
        {words}
      </FieldRow>
    );
  }
  if (name === 'instructions' && typeof value === 'string' && isLongText(value)) {
    return (
      <FieldRow name={name} copy={value} below={<TextBox text={value} />}>
        <span className="text-secondary">{formatBytes(utf8Length(value))}</span>
      </FieldRow>
    );
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) return <ObjectFields name={name} value={value} words={words} />;
  return (
    <FieldRow name={name} copy={value === undefined || value === null ? null : () => copiedText(value)}>
      <FieldValue name={name} value={value} words={words} remark={remark} />
    </FieldRow>
  );
}
