import { Monitor } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf } from '#base/json.ts';
import { ActionsOnScreen } from './action-list.tsx';
import { CALL_FIELDS, CallFacts } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { SafetyChecks } from './safety-checks.tsx';
import { screenActionsOf } from './screen-actions.ts';
import { ScreenshotFacts } from './screenshot.tsx';
import { firstFew, joinFacts, lineOf } from './summary-text.ts';

export const computerCallOutputItem: ItemDefinition = {
  icon: Monitor,
  title: () => 'Computer output',
  summary: (item, { partner }) => {
    const actions = screenActionsOf(partner?.item).map(({ words }) => words);
    const output = objectOf(item['output']);
    const url = stringOf(output?.['image_url']);
    const fileId = stringOf(output?.['file_id']);
    const what = lineOf(stringOf(output?.['type']) ?? '').replaceAll('_', ' ');
    // After a mere look the screen is just that.
    const isLook = actions.every((words) => words === 'take a screenshot');
    return joinFacts(
      isLook ? what : `the screen after: ${firstFew(actions)}`,
      url === null || url.startsWith('data:') ? null : lineOf(url),
      fileId === null ? null : lineOf(fileId),
    );
  },
  facts: (item) => {
    const checks = arrayOf(item['acknowledged_safety_checks']).length;
    return [checks > 0 ? `${formatCount(checks, 'safety check')} acknowledged` : ''];
  },
  fields: { output: 'object', acknowledged_safety_checks: 'list', ...CALL_FIELDS },
  Body: ComputerCallOutputBody,
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
      <CallFacts item={item} />
    </div>
  );
}
