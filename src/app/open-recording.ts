import { formatBytes } from '#base/format-bytes.ts';
import { createStore } from '#base/store.ts';
import { goTo } from '#state/address.ts';
import { HOME } from '#state/url-state.ts';

/** Whether something was opened, else why not, in a sentence. */
export type OpenOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: string };

const opening = createStore(0);
/** How many files are being opened on their way to an address of their own. */
export const openingStore = { get: opening.get, subscribe: opening.subscribe };

/** Opens a file's bytes at an address of its own. The readers load when they are first needed. */
export async function openBytes(bytes: Uint8Array, name: string | null): Promise<OpenOutcome> {
  opening.set(opening.get() + 1);
  try {
    const { keepRecording } = await import('#state/kept-recordings.ts');
    const kept = await keepRecording(bytes, name);
    if (!kept.ok) return { ok: false, problem: `${name ?? 'The pasted text'} (${formatBytes(bytes.length)}): ${kept.problem}` };
    goTo({ ...HOME, place: { kind: 'recording', hash: kept.hash } }, 'push');
    return { ok: true };
  } finally {
    opening.set(opening.get() - 1);
  }
}

/** True for a text that is meant to be opened when it is pasted outside of any field: JSON, or an event stream. */
export function isMeantToBeOpened(text: string): boolean {
  return /^\s*[{[]/.test(text) || /^[ \t]*(?:data|event):/m.test(text.slice(0, 20_000));
}

/** Opens pasted text. */
export async function openText(text: string): Promise<OpenOutcome> {
  return openBytes(new TextEncoder().encode(text), null);
}
