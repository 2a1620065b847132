import { useMemo, useState } from 'react';
import { valueAt, type JsonObject, type JsonPath } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { quietFields } from '#model/quiet-fields.ts';
import { Button } from '#ui/button.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import { useDataPath } from './item-place.tsx';

/** So many stand in the line before the rest is asked for. */
const FEW = 8;
/** What the frame of an item draws of any item, beside its type, ID and status. */
const FRAME_FIELDS = ['created_by', 'agent'];

/** Kinds of parts and what was sent without a value, in one quiet line: views have nothing to draw for it, and yet it was sent. */
export function QuietFields({ item, fields: drawn }: { readonly item: JsonObject; readonly fields: ExpectedFields }) {
  const [showsAll, setShowsAll] = useState(false);
  const dataPath = useDataPath();
  // What stands for many places stands for none of them.
  const placeOf = ([path, ...others]: readonly JsonPath[]) =>
    path === undefined || others.length > 0 ? undefined : dataPath(item, ...path);
  const fields = useMemo(() => quietFields(untracked(item), [...Object.keys(drawn), ...FRAME_FIELDS]), [item, drawn]);
  if (fields.length === 0) return null;
  const shown = showsAll ? fields : fields.slice(0, FEW);
  for (const { paths } of shown) for (const path of paths) void valueAt(item, path);
  return (
    <p className="mt-1 flex min-w-0 flex-wrap items-baseline gap-x-4 text-sm text-tertiary">
      {shown.map(({ name, value, paths }) => (
        <span key={`${name} ${value}`} data-path={placeOf(paths)} className="min-w-0 wrap-anywhere">
          {visibleLine(name)} <code className="font-mono">{value}</code>
          {paths.length > 1 ? ` ×${paths.length}` : ''}
        </span>
      ))}
      {shown.length === fields.length ? null : (
        <Button size="small" look="quiet" onClick={() => setShowsAll(true)}>
          Show all {fields.length}
        </Button>
      )}
    </p>
  );
}
