import { formatBytes } from '#base/format-bytes.ts';
import { readingStore, type Reading } from '#state/reading-progress.ts';
import { useStore } from '#state/use-store.ts';

/** Where a file is to appear: what is being done until it is there. */
export function ReadingNote() {
  const reading = useStore(readingStore);
  return (
    <div className="p-4 text-secondary">
      <p>Reading what this browser kept…</p>
      {reading === null ? null : <ReadingProgress reading={reading} />}
    </div>
  );
}

/** "capture.sse, 31 MB: reading its events, 40 %", with a bar. */
export function ReadingProgress({ reading: { name, size, share } }: { readonly reading: Reading }) {
  const percent = Math.round(share * 100);
  const what = `${name ?? 'The pasted text'}, ${formatBytes(size)}`;
  return (
    <div className="mt-1 grid max-w-md gap-1">
      <p className="break-words tabular-nums">{share === 0 ? what : `${what}: reading its events, ${percent} %`}</p>
      <progress value={share} max={1} aria-label={`Reading ${name ?? 'the pasted text'}`} className="h-1 w-full accent-accent" />
    </div>
  );
}
