import { useMemo, useState } from 'react';
import { valueAt, type JsonObject } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { blankFields } from '#model/blank-fields.ts';
import { Button } from '#ui/button.tsx';

/** So many stand in the line before the rest is asked for. */
const FEW = 8;

/** What was sent without a value, in one quiet line: views have nothing to draw for it, and yet it was sent. */
export function BlankFields({ item, names }: { readonly item: JsonObject; readonly names: readonly string[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const blanks = useMemo(() => blankFields(untracked(item), names), [item, names]);
  if (blanks.length === 0) return null;
  const shown = showsAll ? blanks : blanks.slice(0, FEW);
  for (const { paths } of shown) for (const path of paths) void valueAt(item, path);
  return (
    <p className="mt-1 flex min-w-0 flex-wrap items-baseline gap-x-4 text-sm text-tertiary">
      {shown.map(({ name, value, paths }) => (
        <span key={`${name} ${value}`} className="min-w-0 wrap-anywhere">
          {visibleLine(name)} <code className="font-mono">{value}</code>
          {paths.length > 1 ? ` ×${paths.length}` : ''}
        </span>
      ))}
      {shown.length === blanks.length ? null : (
        <Button size="small" look="quiet" onClick={() => setShowsAll(true)}>
          Show all {blanks.length} without a value
        </Button>
      )}
    </p>
  );
}
