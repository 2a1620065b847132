import { Terminal } from 'lucide-react';
import { formatDuration } from '#base/format-duration.ts';
import { arrayOf, numberOf, objectOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { missingOutput } from './call-facts.tsx';
import { lineOf } from './summary-text.ts';

export const shellCallItem: ItemDefinition = {
  icon: Terminal,
  title: () => 'Shell',
  summary: (item) => {
    const commands = arrayOf(objectOf(item['action'])?.['commands']).map((command) => lineOf(stringOf(command) ?? ''));
    return commands.length > 1 ? `${commands[0]} (+${commands.length - 1} more)` : (commands[0] ?? '');
  },
  facts: (item) => {
    const timeout = numberOf(objectOf(item['action'])?.['timeout_ms']);
    const environment = stringOf(objectOf(item['environment'])?.['type']);
    return [
      environment === null ? '' : lineOf(environment).replaceAll('_', ' '),
      timeout === null ? '' : `limit ${formatDuration(timeout)}`,
    ];
  },
  // A hosted container runs the command itself; only a local shell waits for us.
  notice: (item, context) => (stringOf(objectOf(item['environment'])?.['type']) === 'local' ? missingOutput(item, context) : null),
  fields: 'all',
  Body: GenericBody,
};
