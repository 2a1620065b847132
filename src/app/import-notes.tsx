import type { ImportNote } from '#formats/import/import-format.ts';
import { Banner } from '#ui/banner.tsx';

/** What should be said of an opened file: losses as warnings, the rest in one quiet line. */
export function ImportNotes({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null;
  const facts = notes.filter(({ kind }) => kind === 'fact');
  return (
    <div className="grid gap-2 border-b border-line p-2.5">
      {notes
        .filter(({ kind }) => kind === 'loss')
        .map(({ text }) => (
          <Banner key={text} kind="warning" title={text} />
        ))}
      {facts.length === 0 ? null : <p className="text-sm text-secondary">{facts.map(({ text }) => text).join(' ')}</p>}
    </div>
  );
}
