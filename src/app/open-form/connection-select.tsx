import type { Connection } from '#protocol/connection.ts';
import { PROVIDERS, providerById } from '#protocol/providers.ts';
import { connectionsStore, connectionTitle, draftConnection, forgetConnection, hostOf } from '#state/connections.ts';
import { withConnection, withPreset, type OpenDraft } from '#state/open-draft.ts';
import { useStore } from '#state/use-store.ts';
import { Field, Select } from '#ui/field.tsx';

/** Every preset, and one for each further region of it. */
const PRESETS = PROVIDERS.flatMap(({ id, title, baseUrl, variants }) => [
  { title, presetId: id, baseUrl },
  ...variants
    .filter((variant) => variant.baseUrl !== baseUrl)
    .map((variant) => ({ title: `${title} · ${variant.title}`, presetId: id, baseUrl: variant.baseUrl })),
]);

/** The preset a connection stands on, with its region where the base URL is one. */
function presetOf({ presetId, baseUrl }: Connection): string {
  const known = PRESETS.find((preset) => preset.presetId === presetId && preset.baseUrl === baseUrl);
  return `${presetId} ${known?.baseUrl ?? providerById(presetId).baseUrl}`;
}

/** The connections that were used, and a preset for every kind of server. Choosing one fills base URL and authentication. */
export function ConnectionSelect({ draft, onChange }: { readonly draft: OpenDraft; readonly onChange: (draft: OpenDraft) => void }) {
  const used = useStore(connectionsStore);
  const { connection } = draft;
  const isUsed = used.some((one) => one.id === connection.id);
  function choose(value: string) {
    const [kind, id = ''] = value.split(/:(.*)/s);
    const chosen = used.find((one) => one.id === id);
    if (kind === 'used' && chosen !== undefined) onChange(withConnection(draft, chosen));
    const preset = PRESETS.find(({ presetId, baseUrl }) => `${presetId} ${baseUrl}` === id);
    if (kind === 'preset' && preset !== undefined) onChange(withPreset(draft, preset.presetId, preset.baseUrl));
  }
  function forget() {
    forgetConnection(connection.id);
    onChange({ ...withConnection(draft, draftConnection(connection.baseUrl)), keep: draft.keep });
  }
  return (
    <div>
      <Field label="Connection">
        <Select
          value={isUsed ? `used:${connection.id}` : `preset:${presetOf(connection)}`}
          onChange={(event) => choose(event.target.value)}
        >
          {used.length > 0 ? (
            <optgroup label="Used before">
              {used.map((one) => (
                <option key={one.id} value={`used:${one.id}`}>
                  {connectionTitle(one)} · {hostOf(one.baseUrl)}
                </option>
              ))}
            </optgroup>
          ) : null}
          <optgroup label="Kinds of server">
            {PRESETS.map(({ title, presetId, baseUrl }) => (
              <option key={title} value={`preset:${presetId} ${baseUrl}`}>
                {title}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      {isUsed ? (
        <button
          type="button"
          onClick={forget}
          title="Forgets this connection and its key"
          className="mt-1 rounded text-sm text-accent underline underline-offset-2"
        >
          Forget this connection
        </button>
      ) : null}
    </div>
  );
}
