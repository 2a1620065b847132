import { Users } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { CallArguments } from './call-arguments.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { argumentsLine, lineOf } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

/** What each action does (reference §2.2). */
const ACTIONS: Readonly<Record<string, string>> = {
  spawn_agent: 'Starts another agent and gives it a task.',
  interrupt_agent: 'Stops what another agent is doing.',
  list_agents: 'Asks which agents there are.',
  send_message: 'Tells another agent something, without a new task.',
  followup_task: 'Gives an agent that is there another task.',
  wait_agent: 'Waits until another agent is done.',
};

export const multiAgentCallItem: ItemDefinition = {
  icon: Users,
  title: () => 'Agents',
  summary: (item) =>
    `${lineOf(stringOf(item['action']) ?? 'a call without an action').replaceAll('_', ' ')}(${argumentsLine(item['arguments'])})`,
  openSummary: (item) => lineOf(stringOf(item['action']) ?? '').replaceAll('_', ' '),
  fields: { action: 'string', call_id: 'string', arguments: 'anything' },
  Body: MultiAgentCallBody,
};

function MultiAgentCallBody({ item }: ItemProps) {
  const action = stringOf(item['action']) ?? '';
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {Object.hasOwn(ACTIONS, action) ? <p>{ACTIONS[action]}</p> : null}
      <ItemField of={item} name="arguments">
        <CallArguments value={item['arguments']} />
      </ItemField>
      <LabelledValues item={item} names={['action', 'call_id']} words={['action']} />
    </div>
  );
}
