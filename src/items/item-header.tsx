import { ChevronRight, TriangleAlert } from 'lucide-react';
import { formatBytes } from '#base/format-bytes.ts';
import { quickJsonSize } from '#base/json-size.ts';
import { ellipsis } from '#base/truncate.ts';
import { stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { agentName } from './item-body.tsx';
import type { ItemContext, ItemDefinition } from './item-definition.ts';
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
  readonly isOpen: boolean;
  readonly bodyId: string;
  readonly onToggle: () => void;
};

/** The line of an item: what it is, what happened, what to know about it. A button that opens and closes the rest. */
export function ItemHeader({ item, fields, drawn, definition, title, context, isOpen, bodyId, onToggle }: ItemHeaderProps) {
  const Icon = definition.icon;
  const notice = fields === null ? null : (definition.notice?.(fields, context) ?? null);
  const agent = fields === null ? null : agentName(fields);
  const facts = fields === null ? [] : (definition.facts?.(fields, context) ?? []).filter((fact) => fact !== '');
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
        <span className="min-w-0 flex-1 truncate text-secondary">{summaryOf({ item, fields, drawn, definition, context })}</span>
        {notice === null ? null : (
          <span title={notice} className="inline-flex max-w-[45%] min-w-4 shrink-0 items-center gap-1 text-sm text-warning">
            <TriangleAlert size={13} aria-hidden className="shrink-0" />
            <span className="truncate @max-md:sr-only">{notice}</span>
          </span>
        )}
        {fields === null ? null : <Status status={fields['status']} />}
        <span className="hidden shrink-0 text-sm whitespace-nowrap text-tertiary @xl:inline">{[...facts, sizeOf(item)].join(' · ')}</span>
      </button>
    </h2>
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

/** Statuses are a word or two; whatever a server sends beyond that must not push the line out of a narrow screen. */
const LONGEST_STATUS = 24;
const TONES: Readonly<Record<string, Tone>> = { failed: 'error', incomplete: 'warning' };

/** A status worth a word: `completed` and none at all are how things should be. */
function Status({ status }: { readonly status: JsonValue | undefined }) {
  const name = stringOf(status);
  if (name === null || name === 'completed' || name === '') return null;
  const words = lineOf(name).replaceAll('_', ' ');
  return (
    <Badge tone={Object.hasOwn(TONES, name) ? (TONES[name] ?? 'neutral') : 'neutral'} title={words}>
      {ellipsis(words, LONGEST_STATUS)}
    </Badge>
  );
}
