import { isJsonObject, stringOf, type JsonObject } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import type { ItemToCome } from '#model/still-to-come.ts';
import { leftovers, type ExpectedFields } from './expected-fields.tsx';
import { FieldList } from './field-list.tsx';
import { IdText } from './id-text.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { useDataPath } from './item-place.tsx';
import { ToComeSection } from './item-to-come.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { ValueView } from './value-view.tsx';

/** What any item may carry (reference §2.1, and §2.2 for the agent). */
export const FRAME_FIELDS: ExpectedFields = {
  type: 'anything',
  id: 'anything',
  status: 'anything',
  created_by: 'anything',
  agent: 'anything',
};

type ItemBodyProps = ItemProps & { readonly definition: ItemDefinition; readonly toCome?: ItemToCome | null };

/** An open item: what its type draws and what it still lacks, then what the type knows nothing of, then what every item has. */
export function ItemBody({ item, context, definition, toCome = null }: ItemBodyProps) {
  const { Body, fields } = definition;
  markView(item, 'opened');
  const { unknown, misfits } = fields === 'all' ? NOTHING_LEFT : leftovers(item, { ...FRAME_FIELDS, ...fields });
  return (
    <>
      <Body item={item} context={context} />
      {toCome === null || toCome === 'gone' ? null : <ToComeSection toCome={toCome} />}
      <Leftovers title="Sent in another form than usual" item={item} names={misfits} />
      <Leftovers title="Other fields" item={item} names={unknown} />
      <Identity item={item} />
      {fields === 'all' ? null : <QuietFields item={item} fields={fields} />}
    </>
  );
}

const NOTHING_LEFT = { unknown: [], misfits: [] };

type LeftoversProps = { readonly title: string; readonly item: JsonObject; readonly names: readonly string[] };

function Leftovers({ title, item, names }: LeftoversProps) {
  if (names.length === 0) return null;
  return (
    <section aria-label={title} className="mt-3">
      <p className="text-sm text-tertiary">{title}</p>
      <FieldList value={item} except={Object.keys(item).filter((name) => !names.includes(name))} />
    </section>
  );
}

/** What every item has, in one quiet line: type, ID, status, who made it. Values of another kind than a string are shown as they are. */
function Identity({ item }: { readonly item: JsonObject }) {
  const dataPath = useDataPath();
  const { type, id, status, created_by: creator } = item;
  const facts = [
    ['type', type],
    ['id', id],
    ['status', status],
    ['created_by', creator ?? undefined],
    ['agent', agentName(item) ?? item['agent'] ?? undefined],
  ] as const;
  return (
    <div className="mt-2.5 flex min-w-0 flex-wrap items-center gap-x-4 border-t border-line pt-1.5">
      {facts.map(([name, value]) => {
        if (value === undefined) return null;
        const path = name === 'agent' && agentName(item) !== null ? dataPath(item['agent'], 'agent_name') : dataPath(item, name);
        if (typeof value === 'string')
          return <IdText key={name} name={name} id={value} isCopied={name === 'id' || name === 'created_by'} dataPath={path} />;
        return (
          <span key={name} data-path={path} className="inline-flex min-w-0 items-baseline gap-1 text-sm">
            <span className="text-tertiary">{name}</span> <ValueView value={value} label={name} />
          </span>
        );
      })}
    </div>
  );
}

/** Which agent an item of the multi-agent beta belongs to; null where it says none, or says more than the name. */
export function agentName({ agent }: JsonObject): string | null {
  return isJsonObject(agent) && Object.keys(agent).length === 1 ? stringOf(agent['agent_name']) : null;
}
