import { formatPath, PATH_FORMATS, type PathFormat } from '#base/json-path-text.ts';
import { lazy, Suspense } from 'react';
import type { JsonPath } from '#base/json.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { copyText } from './copy-text.ts';
import { DocumentCrumbs } from './document-crumbs.tsx';
import type { RowMarks } from './document-find.ts';
import type { DocumentRow } from './document-rows.ts';
import { copiedRow, copiedSubtree } from './document-copy.ts';
import { usePlaceActions } from './place-actions.tsx';

const MenuButton = lazy(async () => ({ default: (await import('./menu.tsx')).MenuButton }));

const FORMAT_NAMES: Readonly<Record<PathFormat, string>> = { dot: 'Dot path', jsonpath: 'JSONPath', jq: 'jq' };

/** So much of a path the menu shows. */
const MOST_STEPS = 12;
const MOST_CHARACTERS = 80;

type DocumentBarProps = {
  /** The path to show: of the selected row, or of the first one in view. */
  readonly path: JsonPath;
  /** The selected row when it is in view; what is copied is its. */
  readonly row: DocumentRow | null;
  /** Which of all rows that is. */
  readonly index: number;
  readonly rootName: string;
  readonly marks: RowMarks | null;
  readonly pathFormat: PathFormat;
  readonly onPathFormat: (format: PathFormat) => void;
  readonly onGo: (path: JsonPath) => void;
};

/** Where in the document the reader is, and what can be done with the selected row. Always there, so that nothing jumps. */
export function DocumentBar({ path, row, index, rootName, marks, pathFormat, onPathFormat, onGo }: DocumentBarProps) {
  const { elsewhere, show } = usePlaceActions();
  const views = row === null || row.isOvertaken ? [] : elsewhere(path);
  const isContainer = row !== null && typeof row.value === 'object' && row.value !== null;
  return (
    <div className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-raised px-2 max-sm:min-h-13 max-sm:content-start">
      <div className="flex min-h-6 min-w-0 flex-1 basis-60 items-center">
        <DocumentCrumbs path={path} rootName={rootName} marks={marks} onGo={onGo} />
      </div>
      {row === null ? null : (
        // Anew for each row, so that "Copied" is said of the row it was said for.
        <div
          key={index}
          role="toolbar"
          aria-label="Selected row"
          className="flex min-w-0 items-center gap-x-1 overflow-x-auto [scrollbar-width:none]"
        >
          <CopyButton label={row.line === null ? 'Copy value' : 'Copy text'} text={() => copiedRow(row, path, 'value')} />
          {isContainer ? <CopyButton label="Copy subtree" text={() => copiedSubtree(row, path)} /> : null}
          {path.length === 0 ? null : <CopyPath path={path} format={pathFormat} onFormat={onPathFormat} />}
          {views.map(({ view, title }) => (
            <Button key={view} look="quiet" size="small" className="shrink-0" onClick={() => show(view, path)}>
              Show in {title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type CopyPathProps = { readonly path: JsonPath; readonly format: PathFormat; readonly onFormat: (format: PathFormat) => void };

/** Copies in the way that was chosen last; the menu beside it has all three, as they will be copied. */
function CopyPath({ path, format, onFormat }: CopyPathProps) {
  const choose = (chosen: PathFormat) => {
    onFormat(chosen);
    void copyText(formatPath(path, chosen));
  };
  return (
    <span className="inline-flex shrink-0 items-center">
      <CopyButton label="Copy path" text={() => formatPath(path, format)} />
      <Suspense
        fallback={
          <Button look="quiet" size="small" disabled>
            {FORMAT_NAMES[format]}
          </Button>
        }
      >
        <MenuButton
          label={FORMAT_NAMES[format]}
          look="quiet"
          size="small"
          items={PATH_FORMATS.map((each) => ({
            label: FORMAT_NAMES[each],
            note: noteOf(path, each),
            onSelect: () => choose(each),
          }))}
        />
      </Suspense>
    </span>
  );
}

/** The path as it will be copied; of a long one the end, which tells paths apart. */
function noteOf(path: JsonPath, format: PathFormat): string {
  if (path.length > MOST_STEPS) return `…${formatPath(path.slice(-MOST_STEPS), format).replace(/^\$/, '')}`;
  const text = formatPath(path, format);
  return text.length > MOST_CHARACTERS ? `…${text.slice(-MOST_CHARACTERS)}` : text;
}
