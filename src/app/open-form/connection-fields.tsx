import { Plus, Trash2 } from 'lucide-react';
import type { AuthStyle, Connection } from '#protocol/connection.ts';
import { Button } from '#ui/button.tsx';
import { Field, INPUT_LOOK, Select, TextInput } from '#ui/field.tsx';

type ConnectionFieldsProps = { readonly value: Connection; readonly onChange: (connection: Connection) => void };

/** How the connection authenticates, and the headers it adds. */
export function ConnectionFields({ value, onChange }: ConnectionFieldsProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <AuthField value={value.auth} onChange={(auth) => onChange({ ...value, auth })} />
      {value.auth.kind === 'header' ? (
        <Field label="Header that carries the key">
          <TextInput
            value={value.auth.name}
            onChange={(event) => onChange({ ...value, auth: { kind: 'header', name: event.target.value } })}
            className="font-mono"
          />
        </Field>
      ) : (
        <div className="max-sm:hidden" />
      )}
      <Field label="Organization" hint="OpenAI-Organization">
        <TextInput
          placeholder="not sent"
          value={value.organization}
          onChange={(event) => onChange({ ...value, organization: event.target.value })}
          className="font-mono"
        />
      </Field>
      <Field label="Project" hint="OpenAI-Project">
        <TextInput
          placeholder="not sent"
          value={value.project}
          onChange={(event) => onChange({ ...value, project: event.target.value })}
          className="font-mono"
        />
      </Field>
      <div className="sm:col-span-2">
        <ExtraHeaders value={value} onChange={onChange} />
      </div>
    </div>
  );
}

const AUTH_TITLES = { bearer: 'Authorization: Bearer', 'api-key': 'api-key', other: 'A header of another name', none: 'No key' } as const;

function AuthField({ value, onChange }: { readonly value: AuthStyle; readonly onChange: (auth: AuthStyle) => void }) {
  const choice = value.kind === 'header' ? (value.name === 'api-key' ? 'api-key' : 'other') : value.kind;
  function choose(next: string) {
    if (next === 'bearer' || next === 'none') onChange({ kind: next });
    else onChange({ kind: 'header', name: next === 'api-key' ? 'api-key' : 'X-Api-Key' });
  }
  return (
    <Field label="The key is sent as">
      <Select value={choice} onChange={(event) => choose(event.target.value)}>
        {Object.entries(AUTH_TITLES).map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Values are treated as secrets: password fields, kept like the key, never shown in the Network tab. */
function ExtraHeaders({ value, onChange }: ConnectionFieldsProps) {
  const { headers } = value;
  function replace(index: number, change: { readonly name?: string; readonly value?: string }) {
    onChange({ ...value, headers: headers.map((header, position) => (position === index ? { ...header, ...change } : header)) });
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm text-secondary">Extra headers</legend>
      <div className="grid gap-1.5">
        {headers.map((header, index) => (
          // Rows have no identity but their place, and every field of a row is controlled.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="flex gap-1.5">
            <TextInput
              aria-label={`Name of header ${index + 1}`}
              placeholder="Name"
              value={header.name}
              onChange={(event) => replace(index, { name: event.target.value })}
              className="font-mono"
            />
            <SecretValue label={`Value of header ${index + 1}`} value={header.value} onChange={(next) => replace(index, { value: next })} />
            <Button
              look="quiet"
              aria-label={`Remove header ${index + 1}`}
              onClick={() => onChange({ ...value, headers: headers.filter((_, position) => position !== index) })}
            >
              <Trash2 size={14} aria-hidden />
            </Button>
          </div>
        ))}
      </div>
      <Button size="small" look="quiet" onClick={() => onChange({ ...value, headers: [...headers, { name: '', value: '' }] })}>
        <Plus size={13} aria-hidden />
        Add a header
      </Button>
    </fieldset>
  );
}

/** Uncontrolled for the same reason as the key: the value must not become an attribute of the page. */
function SecretValue({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      ref={(input) => {
        if (input !== null && input.value !== value) input.value = value;
      }}
      type="password"
      autoComplete="off"
      aria-label={label}
      placeholder="Value"
      onInput={(event) => onChange(event.currentTarget.value)}
      className={`${INPUT_LOOK} font-mono`}
    />
  );
}
