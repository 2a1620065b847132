import { ShieldCheck } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import { Badge } from '#ui/badge.tsx';
import { LongText } from '#ui/long-text.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { mcpName, verdictOf } from './mcp-words.ts';
import { RelatedItems } from './related-items.tsx';
import { lineOf } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

export const mcpApprovalResponseItem: ItemDefinition = {
  icon: ShieldCheck,
  title: () => 'MCP approval answer',
  summary: (item, { partner, related = [] }) => {
    const reason = stringOf(item['reason']);
    const call = partner?.item ?? related.find(({ role }) => role === 'approved call')?.item;
    const what = call === undefined ? '' : ` ${mcpName(call)}`;
    return `${verdictOf(item)}${what}${reason === null || reason === '' ? '' : `: ${lineOf(reason)}`}`;
  },
  openSummary: (_item, { partner }) => (partner === null ? '' : mcpName(partner.item)),
  fields: { approval_request_id: 'string', approve: 'boolean', reason: 'string' },
  Body: McpApprovalResponseBody,
};

function McpApprovalResponseBody({ item, context }: ItemProps) {
  const reason = stringOf(item['reason']);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">
      <div className="flex min-w-0 items-baseline gap-2">
        <ItemField of={item} name="approve" isInline>
          <Verdict item={item} />
        </ItemField>
        <ItemField of={item} name="reason" className="max-w-[96ch] min-w-0 flex-1">
          {reason === null || reason === '' ? <span className="text-tertiary">no reason given</span> : <LongText text={reason} />}
        </ItemField>
      </div>
      <RelatedItems context={context} title="What it answers, and what came of it" />
      <LabelledValues item={item} names={['approval_request_id']} />
    </div>
  );
}

function Verdict({ item }: { readonly item: JsonObject }) {
  const verdict = verdictOf(item);
  return <Badge tone={verdict === 'approved' ? 'good' : verdict === 'denied' ? 'error' : 'warning'}>{verdict}</Badge>;
}
