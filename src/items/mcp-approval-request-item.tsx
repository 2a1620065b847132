import { ShieldQuestionMark } from 'lucide-react';
import { objectOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { mcpName } from './mcp-call-item.tsx';
import { verdictOf } from './mcp-approval-response-item.tsx';
import { argumentsLine } from './summary-text.ts';

export const mcpApprovalRequestItem: ItemDefinition = {
  icon: ShieldQuestionMark,
  title: () => 'MCP approval',
  summary: (item) => `${mcpName(item)}(${argumentsLine(item['arguments'])})`,
  notice: (_item, { partner }) => (partner === null ? 'waiting for approval: the next turn must answer' : null),
  facts: (_item, { partner }) => [partner === null ? '' : verdictOf(objectOf(partner.item))],
  startsOpen: () => false,
  fields: 'all',
  Body: GenericBody,
};
