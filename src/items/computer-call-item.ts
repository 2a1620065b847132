import { MousePointerClick } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { missingOutput } from './call-facts.tsx';
import { compactJson, joinFacts, lineOf, quoted } from './summary-text.ts';

export const computerCallItem: ItemDefinition = {
  icon: MousePointerClick,
  title: () => 'Computer',
  summary: (item) => actionsOf(item).map(actionLine).join(', ') || 'no action',
  facts: (item) => {
    const actions = actionsOf(item).length;
    return [actions > 1 ? formatCount(actions, 'action') : ''];
  },
  notice: (item, context) => {
    const checks = arrayOf(item['pending_safety_checks']).length;
    const owed = missingOutput(item, context);
    return checks > 0 ? `${formatCount(checks, 'safety check')} to acknowledge` : owed;
  },
  fields: 'all',
  Body: GenericBody,
};

function actionsOf(item: JsonObject): readonly JsonObject[] {
  const actions = arrayOf(item['actions']).filter(isJsonObject);
  const single = objectOf(item['action']);
  return actions.length === 0 && single !== null ? [single] : actions;
}

/** "click left at 120, 340", "type “abc”", "keypress CTRL+C", "scroll by 0, 300". */
function actionLine(action: JsonObject): string {
  const type = lineOf(stringOf(action['type']) ?? 'an action without a type').replaceAll('_', ' ');
  const button = stringOf(action['button']);
  const keys = arrayOf(action['keys']).map(spell).join('+');
  const by =
    action['scroll_x'] === undefined && action['scroll_y'] === undefined
      ? ''
      : `by ${spell(action['scroll_x'])}, ${spell(action['scroll_y'])}`;
  const at = action['x'] === undefined || action['y'] === undefined ? '' : `at ${spell(action['x'])}, ${spell(action['y'])}`;
  return joinFacts(
    [type, button === null ? '' : lineOf(button), keys, quoted(action['text']) ?? '', by, at].filter((word) => word !== '').join(' '),
  );
}

function spell(value: JsonValue | undefined): string {
  return typeof value === 'string' ? lineOf(value) : compactJson(value ?? null, 40);
}
