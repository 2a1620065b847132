import { MousePointerClick } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { ActionsOnScreen } from './action-list.tsx';
import { CALL_FIELDS, CallFacts, missingOutput } from './call-facts.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import type { ItemContext, ItemDefinition, ItemProps } from './item-definition.ts';
import { placeOf } from './item-threads.ts';
import { SafetyChecks } from './safety-checks.tsx';
import { screenActionsOf } from './screen-actions.ts';

const FIELDS: ExpectedFields = {
  // The single action is drawn only where there is no list of them.
  action: (value, item) => isJsonObject(value) && !arrayOf(item['actions']).some(isJsonObject),
  actions: (value) => isJsonArray(value) && value.every(isJsonObject),
  pending_safety_checks: 'list',
  ...CALL_FIELDS,
};

export const computerCallItem: ItemDefinition = {
  icon: MousePointerClick,
  title: () => 'Computer',
  summary: (item) =>
    screenActionsOf(item)
      .map(({ words }) => words)
      .join(', ') || 'no action',
  facts: (item) => {
    const actions = screenActionsOf(item).length;
    return [actions > 1 ? formatCount(actions, 'action') : ''];
  },
  notice: (item, context) => {
    const open = arrayOf(item['pending_safety_checks']).filter((check) => !isAcknowledged(check, context)).length;
    return open > 0 ? `${formatCount(open, 'safety check')} to acknowledge` : missingOutput(item, context);
  },
  fields: FIELDS,
  Body: ComputerCallBody,
};

function ComputerCallBody({ item, context }: ItemProps) {
  const actions = screenActionsOf(item);
  const { partner } = context;
  const hasPlaces = actions.some(({ points }) => points.length > 0);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <SafetyChecks checks={arrayOf(item['pending_safety_checks'])} titleOf={(check) => titleOf(check, context)} />
      {actions.length === 0 ? <p className="text-secondary">No action was sent.</p> : null}
      <ActionsOnScreen
        actions={actions}
        output={partner === null || !hasPlaces ? null : objectOf(partner.item['output'])}
        startsAt={0}
        caption={partner === null ? null : `The screen afterwards (${placeOf(partner)}), with the places of the actions:`}
      />
      <CallFacts item={item} />
    </div>
  );
}

function titleOf(check: JsonValue, context: ItemContext): string {
  if (isAcknowledged(check, context))
    return `A safety check stopped the model here; it was acknowledged in ${context.partner === null ? '' : placeOf(context.partner)}`;
  return 'A safety check stopped the model here: a person has to acknowledge it before the model goes on';
}

function isAcknowledged(check: JsonValue, { partner }: ItemContext): boolean {
  const id = stringOf(objectOf(check)?.['id']);
  return id !== null && arrayOf(partner?.item['acknowledged_safety_checks']).some((other) => stringOf(objectOf(other)?.['id']) === id);
}
