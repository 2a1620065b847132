import { formatDotPath } from '#base/json-path-text.ts';
import type { JsonPath } from '#base/json.ts';
import { NO_MARKS, type RowMarks } from './document-find.ts';
import { MarkedText, type Span } from './marked-text.tsx';

/** Of a longer path the first steps and the last ones are shown. */
const FIRST_SHOWN = 2;
const LAST_SHOWN = 6;

type DocumentCrumbsProps = {
  readonly path: JsonPath;
  /** What the root is called. */
  readonly rootName: string;
  readonly marks: RowMarks | null;
  readonly onGo: (path: JsonPath) => void;
};

type Crumb = { readonly text: string; readonly start: number; readonly path: JsonPath };

/** A path as steps that go there. */
export function DocumentCrumbs({ path, rootName, marks, onGo }: DocumentCrumbsProps) {
  const isLong = path.length > FIRST_SHOWN + LAST_SHOWN + 1;
  const found = isLong ? NO_MARKS : (marks?.inPath(formatDotPath(path), path) ?? NO_MARKS);
  const crumbs = isLong ? [] : crumbsOf(path, 0, path.length);
  const shift = (span: Span, by: number): Span => ({ start: span.start - by, end: span.end - by });
  const button = ({ text, start, path: to }: Crumb) => (
    <button
      key={start}
      type="button"
      onClick={() => onGo(to)}
      aria-current={to.length === path.length ? 'location' : undefined}
      className="max-w-60 shrink-0 truncate rounded hover:bg-inset hover:text-text"
    >
      <MarkedText
        text={text}
        spans={found.spans.map((span) => shift(span, start))}
        current={found.current === null ? null : shift(found.current, start)}
      />
    </button>
  );
  return (
    <nav
      aria-label="Path"
      className="flex min-w-0 flex-1 items-center overflow-x-auto font-mono text-sm whitespace-pre text-secondary [scrollbar-width:none]"
    >
      <button type="button" onClick={() => onGo([])} className="shrink-0 rounded px-px text-tertiary hover:bg-inset hover:text-text">
        {rootName}
      </button>
      {path.length === 0 ? null : <span className="mx-1 text-tertiary">›</span>}
      {isLong ? (
        <>
          {crumbsOf(path, 0, FIRST_SHOWN).map(button)}
          <span className="mx-1 text-tertiary">… {path.length - FIRST_SHOWN - LAST_SHOWN} levels …</span>
          {crumbsOf(path, path.length - LAST_SHOWN, path.length).map(button)}
        </>
      ) : (
        crumbs.map(button)
      )}
    </nav>
  );
}

/** The steps from `first` up to `end`, each as it stands in the dot path. */
function crumbsOf(path: JsonPath, first: number, end: number): readonly Crumb[] {
  const crumbs: Crumb[] = [];
  let start = first; // for steps in the middle only something that tells them apart
  for (let length = first + 1; length <= end; length += 1) {
    const step = path.slice(length - 1, length);
    const text = formatDotPath(length === 1 ? step : ['_', ...step]).slice(length === 1 ? 0 : 1);
    crumbs.push({ text, start, path: path.slice(0, length) });
    start += text.length;
  }
  return crumbs;
}
