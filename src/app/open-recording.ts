import { formatBytes } from '#base/format-bytes.ts';
import { goTo } from '#state/address.ts';
import { HOME } from '#state/url-state.ts';

/** Whether something was opened, else why not, in a sentence. */
export type OpenOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** Opens a file's bytes at an address of its own. The readers load when they are first needed. */
export async function openBytes(bytes: Uint8Array, name: string | null): Promise<OpenOutcome> {
  const { keepRecording } = await import('#state/kept-recordings.ts');
  const kept = await keepRecording(bytes, name);
  if (!kept.ok) return { ok: false, problem: `${name ?? 'The pasted text'} (${formatBytes(bytes.length)}): ${kept.problem}` };
  goTo({ ...HOME, place: { kind: 'recording', hash: kept.hash } }, 'push');
  return { ok: true };
}

/** Opens pasted text. */
export async function openText(text: string): Promise<OpenOutcome> {
  return openBytes(new TextEncoder().encode(text), null);
}
