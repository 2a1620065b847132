import { ChevronRight, TriangleAlert } from 'lucide-react';
import { formatBytes } from '#base/format-bytes.ts';
import { quickJsonSize } from '#base/json-size.ts';
import type { JsonObject, JsonValue } from '#base/json.ts';
import type { ItemToCome } from '#model/still-to-come.ts';
import { growingLine } from './growing-line.ts';
import { agentName } from './item-body.tsx';
import type { ItemContext, ItemDefinition } from './item-definition.ts';
import { ItemStatus } from './item-status.tsx';
import { ToComeBadge } from './item-to-come.tsx';
import { compactJson, lineOf } from './summary-text.ts';

type ItemHeaderProps = {
  readonly item: JsonValue;
  /** The item when it is an object. */
  readonly fields: JsonObject | null;
  /** The item while it is open: what is read of it here is shown. */
  readonly drawn: JsonObject | null;
  readonly definition: ItemDefinition;
  readonly title: string;
  readonly context: ItemContext;
  readonly toCome: ItemToCome | null;
  readonly isOpen: boolean;
  readonly bodyId: string;
  readonly onToggle: () => void;
};

/** The line of an item: what it is, what happened, what to know about it. A button that opens and closes the rest. */
export function ItemHeader({ item, fields, drawn, definition, title, context, toCome, isOpen, bodyId, onToggle }: ItemHeaderProps) {
  const Icon = definition.icon;
  const notice = fields === null ? null : (definition.notice?.(fields, context) ?? null);
  const agent = fields === null ? null : agentName(fields);
  const facts = fields === null ? [] : (definition.facts?.(fields, context) ?? []).filter((fact) => fact !== '');
  const tail = isOpen || fields === null || context.isGrowing !== true ? '' : growingLine(fields);
  if (agent !== null) facts.push(`agent ${lineOf(agent)}`);
  return (
    <h2 className="flex min-w-0 flex-1 text-base">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={onToggle}
        className="flex min-h-7.5 min-w-0 flex-1 items-center gap-2 px-2 text-left outline-offset-[-2px]"
      >
        <ChevronRight size={13} aria-hidden className={`shrink-0 text-secondary ${isOpen ? 'rotate-90' : ''}`} />
        <span className="min-w-4 shrink-0 text-right text-sm text-tertiary">{context.position}</span>
        <Icon size={14} aria-hidden className="shrink-0 text-family" />
        <span className="max-w-[60%] min-w-0 truncate font-semibold text-family">{title}</span>
        {tail === '' ? (
          <span className="min-w-0 flex-1 truncate text-secondary">{summaryOf({ item, fields, drawn, definition, context })}</span>
        ) : (
          <Tail text={tail} />
        )}
        {notice === null ? null : (
          <span title={notice} className="inline-flex max-w-[45%] min-w-4 shrink-0 items-center gap-1 text-sm text-warning">
            <TriangleAlert size={13} aria-hidden className="shrink-0" />
            <span className="truncate @max-md:sr-only">{notice}</span>
          </span>
        )}
        {fields === null ? null : <ItemStatus item={fields} context={context} />}
        {toCome === null ? null : <ToComeBadge toCome={toCome} />}
        <span className="hidden shrink-0 text-sm whitespace-nowrap text-tertiary @xl:inline">{[...facts, sizeOf(item)].join(' · ')}</span>
      </button>
    </h2>
  );
}

/** The end of a text in one line: what does not fit is cut off at its beginning. */
function Tail({ text }: { readonly text: string }) {
  return (
    <span className="flex min-w-0 flex-1">
      <span className="flex max-w-full min-w-0 justify-end overflow-hidden text-secondary">
        <span className="shrink-0 whitespace-pre">{text}</span>
      </span>
    </span>
  );
}

function sizeOf(item: JsonValue): string {
  const { bytes, isWhole } = quickJsonSize(item);
  return isWhole ? formatBytes(bytes) : `over ${formatBytes(bytes)}`;
}

function summaryOf({
  item,
  fields,
  drawn,
  definition,
  context,
}: Pick<ItemHeaderProps, 'item' | 'fields' | 'drawn' | 'definition' | 'context'>): string {
  if (fields === null) return compactJson(item, 200);
  return (drawn === null ? undefined : definition.openSummary?.(drawn, context)) ?? definition.summary(fields, context);
}
