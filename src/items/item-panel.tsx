import { CircleHelp } from 'lucide-react';
import { memo, useId, useMemo, useState } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonPath, type JsonValue } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import type { ItemToCome } from '#model/still-to-come.ts';
import { familyOf } from '#protocol/item-types.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { Growing } from '#ui/growing.ts';
import { JsonTree } from '#ui/json-tree.tsx';
import { SoughtScope } from '#ui/sought.ts';
import type { ItemContext, ItemDefinition } from './item-definition.ts';
import { definitionOf } from './item-definitions.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemBody } from './item-body.tsx';
import { ItemProblemButton } from './item-problems.tsx';
import { ItemPlace } from './item-place.tsx';
import { ItemHeader } from './item-header.tsx';
import { ValueView } from './value-view.tsx';

export type ItemPanelProps = {
  /** One element of a list of items; anything at all. */
  readonly item: JsonValue;
  /** Where its list stands in the document; the paths of the item and its parts begin there. */
  readonly listPath?: JsonPath | null;
  readonly context: ItemContext;
  readonly isOpen: boolean;
  readonly isSelected?: boolean;
  /** What it lacks of its end; null where it lacks nothing, or nobody asked. */
  readonly toCome?: ItemToCome | null;
  readonly onToggle: (position: number) => void;
  /** The address that opens the app at this item. */
  readonly linkTo: string;
};

/** One item: a line that tells what happened and, while it is open, everything the item holds. Memoised because lists hold thousands. */
export const ItemPanel = memo(function ItemPanel({
  item,
  listPath = null,
  context,
  isOpen,
  isSelected = false,
  toCome = null,
  onToggle,
  linkTo,
}: ItemPanelProps) {
  const bodyId = useId();
  const [isReached, setReached] = useState(false);
  // A closed item tells of its fields in one line; only an open one shows them.
  const plain = untracked(item);
  const fields = isJsonObject(plain) ? plain : null;
  const definition = fields === null ? NOT_AN_ITEM : definitionOf(fields);
  const type = fields === null ? null : stringOf(fields['type']);
  const title = fields === null ? nameOfJsonType(item) : definition.title(isOpen && isJsonObject(item) ? item : fields);
  const { position } = context;
  const path = useMemo(() => (listPath === null ? null : [...listPath, position]), [listPath, position]);
  return (
    // Nothing is done here: the item's own buttons are made.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      data-item-type={type ?? ''}
      data-item-id={(fields === null ? null : stringOf(fields['id'])) ?? ''}
      data-position={position}
      data-path={path === null ? undefined : formatJsonPointer(path)}
      data-family={familyOf(type ?? '')}
      data-selected={isSelected ? '' : undefined}
      onPointerEnter={() => setReached(true)}
      onFocus={() => setReached(true)}
      aria-label={`${position} ${definition.kind === undefined ? title : `${definition.kind} ${title}`}`}
      className="@container group/item min-w-0 -scroll-mt-7.5 rounded-md border border-line bg-bg data-selected:border-line-strong"
    >
      <div className="min-w-0 rounded-md border-l-3 border-family">
        <div
          className={`flex min-w-0 items-center rounded-t-[5px] ${isOpen ? 'sticky top-(--stuck-height) z-10 border-b border-line' : 'relative'} ${isSelected ? 'bg-selected' : isOpen ? 'bg-bg' : 'group-hover/item:bg-raised'}`}
        >
          <ItemHeader
            item={plain}
            fields={fields}
            drawn={isOpen && isJsonObject(item) ? item : null}
            definition={definition}
            title={title}
            context={context}
            toCome={toCome}
            isOpen={isOpen}
            bodyId={bodyId}
            onToggle={() => onToggle(position)}
          />
          <ItemActions
            item={plain}
            path={path}
            partner={context.partner}
            isAnswer={type !== null && isAnswerType(type)}
            linkTo={linkTo}
            isOpen={isOpen}
            isReached={isReached}
            position={position}
          />
          <ItemProblemButton position={position} />
        </div>
        {isOpen ? (
          <div id={bodyId} className="min-w-0 px-3 py-2.5">
            <ErrorBoundary what="This item" resetKey={item} fallback={<JsonTree value={item} label={`Item ${position}`} />}>
              <Growing value={context.isGrowing === true}>
                <SoughtScope value={path}>
                  <ItemPlace item={item} path={path}>
                    {isJsonObject(item) ? (
                      <ItemBody item={item} context={context} definition={definition} toCome={toCome} />
                    ) : (
                      <NotAnItem value={item} />
                    )}
                  </ItemPlace>
                </SoughtScope>
              </Growing>
            </ErrorBoundary>
          </div>
        ) : null}
      </div>
    </article>
  );
});

/** What stands in for a definition where an element of the list is no object. */
const NOT_AN_ITEM: ItemDefinition = {
  icon: CircleHelp,
  kind: 'Not an item:',
  title: () => '',
  summary: () => '',
  fields: 'all',
  Body: () => null,
};

function NotAnItem({ value }: { readonly value: JsonValue }) {
  return (
    <>
      <p className="mb-2 text-secondary">Items are objects; here the server sent {nameOfJsonType(value)}. This is it:</p>
      <ValueView value={value} label="Element" />
    </>
  );
}

function nameOfJsonType(value: JsonValue): string {
  if (value === null) return 'null';
  return isJsonArray(value) ? 'a list' : `a ${typeof value}`;
}

function isAnswerType(type: string): boolean {
  return type.endsWith('_output') || type === 'mcp_approval_response';
}
