import { formatDotPath } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonPath } from '#base/json.ts';
import { usePlaceActions } from '#ui/place-actions.tsx';

/** A place in the response: its path, and the views that show it. */
export function PlaceChip({ path }: { readonly path: JsonPath }) {
  const { elsewhere, show } = usePlaceActions();
  const name = formatDotPath(path) || 'response';
  return (
    <li
      data-path={formatJsonPointer(path)}
      className="inline-flex min-h-6 max-w-full min-w-0 flex-wrap items-center rounded-md border border-line-strong text-sm"
    >
      <code className="min-w-0 px-1.5 font-mono break-all">{name}</code>
      {elsewhere(path).map(({ view, title }) => (
        <button
          key={view}
          type="button"
          aria-label={`Show ${name} in ${title}`}
          onClick={() => show(view, path)}
          className="h-6 shrink-0 border-l border-line px-1.5 text-accent hover:bg-inset"
        >
          {title}
        </button>
      ))}
    </li>
  );
}
