import { MessagesSquare } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { textLine } from './message-item.tsx';
import { lineOf } from './summary-text.ts';

export const agentMessageItem: ItemDefinition = {
  icon: MessagesSquare,
  title: () => 'Agent message',
  summary: (item) =>
    `${lineOf(stringOf(item['author']) ?? 'someone')} → ${lineOf(stringOf(item['recipient']) ?? 'someone')}: ${textLine(item['content'])}`,
  startsOpen: () => true,
  fields: 'all',
  Body: GenericBody,
};
