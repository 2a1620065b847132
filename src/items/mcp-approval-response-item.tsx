import { ShieldCheck } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { mcpName } from './mcp-call-item.tsx';
import { lineOf } from './summary-text.ts';

export const mcpApprovalResponseItem: ItemDefinition = {
  icon: ShieldCheck,
  title: () => 'MCP approval answer',
  summary: (item, { partner }) => {
    const reason = stringOf(item['reason']);
    const what = partner === null ? '' : ` ${mcpName(partner.item)}`;
    return `${verdictOf(item)}${what}${reason === null || reason === '' ? '' : `: ${lineOf(reason)}`}`;
  },
  fields: 'all',
  Body: GenericBody,
};

/** "approved", "denied", or that it says neither. */
export function verdictOf(answer: JsonObject | null): string {
  if (answer?.['approve'] === true) return 'approved';
  return answer?.['approve'] === false ? 'denied' : 'neither approved nor denied';
}
