import { Monitor } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonArray, isJsonObject, objectOf, stringOf } from '#base/json.ts';
import { ActionsOnScreen } from './action-list.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { SafetyChecks } from './safety-checks.tsx';
import { screenActionsOf } from './screen-actions.ts';
import { ScreenshotFacts } from './screenshot.tsx';
import { joinFacts, lineOf } from './summary-text.ts';
import { TOOL_FIELDS, ToolFacts } from './tool-facts.tsx';
import type { FieldReaders } from './unread-fields.tsx';

export const computerCallOutputItem: ItemDefinition = {
  icon: Monitor,
  title: () => 'Computer output',
  summary: (item) => {
    const output = objectOf(item['output']);
    const url = stringOf(output?.['image_url']);
    const fileId = stringOf(output?.['file_id']);
    const what = lineOf(stringOf(output?.['type']) ?? '').replaceAll('_', ' ');
    return joinFacts(what, url === null || url.startsWith('data:') ? null : lineOf(url), fileId === null ? null : lineOf(fileId));
  },
  facts: (item) => {
    const checks = arrayOf(item['acknowledged_safety_checks']).length;
    return [checks > 0 ? `${formatCount(checks, 'safety check')} acknowledged` : ''];
  },
  fields: ['output', 'acknowledged_safety_checks', ...TOOL_FIELDS],
  Body: ComputerCallOutputBody,
};

const ITEM_READERS: FieldReaders = {
  output: isJsonObject,
  acknowledged_safety_checks: (value) => value === null || isJsonArray(value),
};

function ComputerCallOutputBody({ item, context }: ItemProps) {
  const output = objectOf(item['output']);
  const actions = screenActionsOf(context.partner?.item);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <SafetyChecks
        checks={arrayOf(item['acknowledged_safety_checks'])}
        titleOf={() => 'A person acknowledged this safety check, and the model went on'}
      />
      {output === null ? <p className="text-secondary">No screenshot was sent.</p> : null}
      <ActionsOnScreen
        actions={actions}
        output={output}
        startsAt={actions.findLastIndex(({ points }) => points.length > 0)}
        caption={actions.length === 0 ? null : 'The screen after these actions:'}
      />
      {output === null ? null : <ScreenshotFacts output={output} />}
      <ToolFacts item={item} readers={ITEM_READERS} />
    </div>
  );
}
