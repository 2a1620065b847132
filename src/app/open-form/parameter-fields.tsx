import { useState } from 'react';
import { INCLUDE_VALUES, type RetrieveParameters } from '#protocol/parameters.ts';
import { Field, Select, TextInput } from '#ui/field.tsx';

type ParameterFieldsProps = { readonly value: RetrieveParameters; readonly onChange: (parameters: RetrieveParameters) => void };

const KNOWN: ReadonlySet<string> = new Set(INCLUDE_VALUES.map(({ value }) => value));

/** The four query parameters of the API. Each can be left unset, and is then not sent. */
export function ParameterFields({ value, onChange }: ParameterFieldsProps) {
  function toggle(name: string, isOn: boolean) {
    onChange({ ...value, include: isOn ? [...value.include, name] : value.include.filter((other) => other !== name) });
  }
  return (
    <div className="grid gap-3">
      <fieldset className="min-w-0">
        <legend className="mb-1 text-sm text-secondary">
          <code className="font-mono">include</code>: ask for what is left out by default
        </legend>
        <div className="grid gap-x-4 gap-y-0.5 xl:grid-cols-2">
          {INCLUDE_VALUES.map(({ value: name, adds }) => (
            <label key={name} className="flex min-w-0 items-start gap-2 rounded px-1 py-0.5 hover:bg-inset">
              <input
                type="checkbox"
                checked={value.include.includes(name)}
                onChange={(event) => toggle(name, event.target.checked)}
                className="mt-1 accent-accent"
              />
              <span className="min-w-0">
                <code className="block font-mono text-sm break-all">{name}</code>
                <span className="block text-sm text-tertiary">{adds}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <OtherIncludes value={value} onChange={onChange} />
      <div className="grid gap-3 sm:grid-cols-3">
        <FlagField label="stream" value={value.stream} onChange={(stream) => onChange({ ...value, stream })} />
        <Field label="starting_after">
          <TextInput
            inputMode="numeric"
            placeholder="not sent"
            value={value.startingAfter ?? ''}
            onChange={(event) => onChange({ ...value, startingAfter: event.target.value.trim() || null })}
            className="font-mono"
          />
        </Field>
        <FlagField
          label="include_obfuscation"
          value={value.includeObfuscation}
          onChange={(includeObfuscation) => onChange({ ...value, includeObfuscation })}
        />
      </div>
    </div>
  );
}

function FlagField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}) {
  return (
    <Field label={label}>
      <Select
        value={String(value)}
        onChange={(event) => onChange(event.target.value === 'null' ? null : event.target.value === 'true')}
        className="font-mono"
      >
        <option value="null">not sent</option>
        <option value="true">true</option>
        <option value="false">false</option>
      </Select>
    </Field>
  );
}

/** Values we do not know are sent as they are; the server decides. */
function OtherIncludes({ value, onChange }: ParameterFieldsProps) {
  const others = value.include.filter((name) => !KNOWN.has(name));
  const [text, setText] = useState(others.join(', '));
  function change(next: string) {
    setText(next);
    const names = next.split(/[\s,]+/).filter(Boolean);
    onChange({ ...value, include: [...value.include.filter((name) => KNOWN.has(name)), ...new Set(names)] });
  }
  return (
    <Field label="Other include values" hint="separated by commas">
      <TextInput value={text} onChange={(event) => change(event.target.value)} className="font-mono" />
    </Field>
  );
}
