import { ArrowRight, MessagesSquare } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { ContentParts } from './content-parts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { textLine } from './message-item.tsx';
import { lineOf } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

export const agentMessageItem: ItemDefinition = {
  icon: MessagesSquare,
  title: () => 'Agent message',
  summary: (item) =>
    `${lineOf(stringOf(item['author']) ?? 'someone')} → ${lineOf(stringOf(item['recipient']) ?? 'someone')}: ${textLine(item['content'])}`,
  openSummary: () => '',
  startsOpen: () => true,
  fields: { author: 'string', recipient: 'string', content: 'anything' },
  Body: AgentMessageBody,
};

function AgentMessageBody({ item }: ItemProps) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex min-w-0 flex-wrap items-center gap-1.5 font-semibold">
        <ItemField of={item} name="author" isInline className="wrap-anywhere">
          {visibleLine(stringOf(item['author']) ?? 'someone')}
        </ItemField>
        <ArrowRight size={13} aria-label="to" className="shrink-0 text-secondary" />
        <ItemField of={item} name="recipient" isInline className="wrap-anywhere">
          {visibleLine(stringOf(item['recipient']) ?? 'someone')}
        </ItemField>
      </p>
      <ItemField of={item} name="content">
        <ContentParts content={item['content']} label="agent message" />
      </ItemField>
    </div>
  );
}
