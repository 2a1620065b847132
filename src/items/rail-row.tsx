import { CircleHelp } from 'lucide-react';
import { memo } from 'react';
import { isJsonObject, stringOf, type JsonValue } from '#base/json.ts';
import { familyOf } from '#protocol/item-types.ts';
import { comingWords } from './coming-items.tsx';
import type { ItemContext } from './item-definition.ts';
import { ItemProblemMark } from './item-problems.tsx';
import { definitionOf } from './item-definitions.tsx';
import { railWords, type RailNote } from './rail-words.ts';

/** Every row has the same height, in pixels: which of thousands are in view is arithmetic. */
export const RAIL_ROW_HEIGHT = 26;

type RailRowProps = {
  readonly id: string;
  readonly item: JsonValue;
  readonly context: ItemContext;
  /** Where it stands among the rows, from 0, and how many there are. */
  readonly row: number;
  readonly count: number;
  readonly isSelected: boolean;
  /** Where the keyboard is. */
  readonly isActive: boolean;
  readonly isInView: boolean;
};

const LOOK =
  'absolute inset-x-0 flex cursor-pointer items-center gap-1.5 pr-2 pl-1.5 text-sm hover:bg-inset group-focus-visible/rail:data-active:outline-2 group-focus-visible/rail:data-active:-outline-offset-2 group-focus-visible/rail:data-active:outline-accent';

const NOTE_LOOKS: Readonly<Record<RailNote['tone'], string>> = {
  error: 'font-semibold text-error',
  warning: 'text-warning',
  neutral: 'text-secondary',
};

/** One item in the rail: colour and icon of its family, position, what happened, and what to know of it. Memoised: a scroll moves most rows as they are. */
export const RailRow = memo(function RailRow({ id, item, context, row, count, isSelected, isActive, isInView }: RailRowProps) {
  const type = isJsonObject(item) ? (stringOf(item['type']) ?? '') : '';
  const family = familyOf(type);
  const Icon = isJsonObject(item) ? definitionOf(item).icon : CircleHelp;
  const { title, isTitleShown, summary, note, measure } = railWords(item, context);
  return (
    <div
      role="option"
      id={id}
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={row + 1}
      data-row={row}
      data-position={context.position}
      data-family={family}
      data-in-view={isInView ? '' : undefined}
      data-active={isActive ? '' : undefined}
      title={`${title}${summary === '' ? '' : `: ${summary}`}`}
      style={{ height: RAIL_ROW_HEIGHT, top: row * RAIL_ROW_HEIGHT }}
      className={`${LOOK} aria-selected:bg-selected data-in-view:not-aria-selected:not-hover:bg-bg`}
    >
      <span aria-hidden className="h-4.5 w-0.75 shrink-0 rounded-full bg-family" />
      <span className="w-(--rail-digits) shrink-0 text-right text-tertiary tabular-nums">{context.position}</span>
      <Icon size={13} aria-hidden className={`shrink-0 text-family ${family === 'tool-output' ? 'ml-2.5' : ''}`} />
      <span className="min-w-0 flex-1 truncate text-secondary">
        <b className={isTitleShown ? 'font-semibold text-text' : 'sr-only'}>{title} </b>
        <span className={isTitleShown ? '' : 'text-text'}>{summary}</span>
      </span>
      <ItemProblemMark position={context.position} />
      {note === null ? (
        <span className="shrink-0 text-xs text-tertiary">{measure}</span>
      ) : (
        <span className={`shrink-0 text-xs ${NOTE_LOOKS[note.tone]}`}>{note.text}</span>
      )}
    </div>
  );
});

type ComingRowProps = Pick<RailRowProps, 'id' | 'item' | 'row' | 'count' | 'isActive'> & { readonly position: number };

/** One item that is not there yet, as it will be in the end. */
export const ComingRow = memo(function ComingRow({ id, item, position, row, count, isActive }: ComingRowProps) {
  const { family, Icon, title, summary } = comingWords(item, position);
  return (
    <div
      role="option"
      id={id}
      aria-selected={false}
      aria-setsize={count}
      aria-posinset={row + 1}
      data-row={row}
      data-family={family}
      data-active={isActive ? '' : undefined}
      title={`Still to come: ${title}${summary === '' ? '' : `, ${summary}`}`}
      style={{ height: RAIL_ROW_HEIGHT, top: row * RAIL_ROW_HEIGHT }}
      className={`${LOOK} text-tertiary`}
    >
      <span aria-hidden className="h-4.5 w-0.75 shrink-0 border-l-3 border-dotted border-family" />
      <span className="w-(--rail-digits) shrink-0 text-right tabular-nums">{position}</span>
      <Icon size={13} aria-hidden className="shrink-0 text-family" />
      <span className="min-w-0 flex-1 truncate">
        {title} {summary}
      </span>
      <span className="shrink-0 text-xs">
        <span className="sr-only">still </span>to come
      </span>
    </div>
  );
});
