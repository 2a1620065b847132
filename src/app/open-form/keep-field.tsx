import { useId } from 'react';
import { forgetSecret, keyRevision, type Keep } from '#state/keys.ts';
import type { OpenDraft } from '#state/open-draft.ts';
import { useStore } from '#state/use-store.ts';

const CHOICES: readonly { readonly keep: Keep; readonly title: string; readonly explanation: string }[] = [
  { keep: 'page', title: 'this page', explanation: 'In memory only: gone with a reload.' },
  { keep: 'tab', title: 'this tab', explanation: 'Gone when the tab is closed.' },
  { keep: 'device', title: 'this device', explanation: 'Kept in this browser, unencrypted, until you forget it.' },
];

/** How long the key is kept, in words, and the way to forget it. */
export function KeepField({ draft, onChange }: { readonly draft: OpenDraft; readonly onChange: (draft: OpenDraft) => void }) {
  const name = useId();
  useStore(keyRevision);
  function forget() {
    forgetSecret(draft.connection.id);
    onChange({ ...draft, key: '' });
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <legend className="sr-only">Keep the key for</legend>
      <span aria-hidden className="text-secondary">
        Keep the key for
      </span>
      {CHOICES.map(({ keep, title, explanation }) => (
        <label
          key={keep}
          title={explanation}
          className="rounded-full border border-line-strong px-2.5 leading-5 text-secondary has-checked:border-accent has-checked:bg-selected has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={keep}
            checked={draft.keep === keep}
            onChange={() => onChange({ ...draft, keep })}
            className="sr-only"
          />
          {title}
        </label>
      ))}
      <span className="text-tertiary">{CHOICES.find(({ keep }) => keep === draft.keep)?.explanation}</span>
      {draft.key === '' ? null : (
        <button type="button" onClick={forget} className="rounded px-1 text-accent underline underline-offset-2">
          Forget the key
        </button>
      )}
    </fieldset>
  );
}
