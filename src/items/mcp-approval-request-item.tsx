import { ShieldCheck, ShieldQuestionMark, ShieldX } from 'lucide-react';
import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';
import { findTool } from '#model/given-tools.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { CallArguments } from './call-arguments.tsx';
import type { ItemContext, ItemDefinition, ItemProps } from './item-definition.ts';
import { LabelledValues } from './labelled-value.tsx';
import { mcpName, verdictOf } from './mcp-words.ts';
import { RelatedItems } from './related-items.tsx';
import { argumentsLine } from './summary-text.ts';
import { ItemField } from './item-place.tsx';

export const mcpApprovalRequestItem: ItemDefinition = {
  icon: ShieldQuestionMark,
  title: () => 'MCP approval',
  summary: (item) => `${mcpName(item)}(${argumentsLine(item['arguments'])})`,
  notice: (_item, context) => (answerOf(context) === 'waiting' ? 'waiting for approval: the next turn must answer' : null),
  facts: (_item, context) => [answerOf(context) === 'waiting' ? '' : answerOf(context)],
  startsOpen: () => false,
  fields: { server_label: 'string', name: 'string', arguments: 'anything' },
  Body: McpApprovalRequestBody,
};

/** "waiting", or the verdict; a call that was made was approved, also where the answer is not in this list. */
function answerOf({ partner, related = [] }: ItemContext): string {
  const answer = partner?.item ?? related.find(({ role }) => role === 'approval answer')?.item;
  if (answer !== undefined) return verdictOf(objectOf(answer));
  return related.some(({ role }) => role === 'approved call') ? 'approved' : 'waiting';
}

function McpApprovalRequestBody({ item, context }: ItemProps) {
  const tool = findTool(context.tools ?? [], 'mcp', stringOf(item['name']), stringOf(item['server_label']));
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">
      <AnswerState item={item} answer={answerOf(context)} />
      <ItemField of={item} name="arguments">
        <CallArguments value={item['arguments']} tool={tool} />
      </ItemField>
      <RelatedItems context={context} title="What came of it" />
      <LabelledValues item={item} names={['server_label', 'name']} words={['server_label', 'name']} />
    </div>
  );
}

const LOOKS = {
  approved: { Icon: ShieldCheck, box: 'border-good/40 bg-good/8', ink: 'text-good', words: 'Approved' },
  denied: { Icon: ShieldX, box: 'border-error/40 bg-error/8', ink: 'text-error', words: 'Denied' },
  waiting: { Icon: ShieldQuestionMark, box: 'border-warning/50 bg-warning/10', ink: 'text-warning', words: 'Waiting for approval' },
} as const;

function AnswerState({ item, answer }: { readonly item: JsonObject; readonly answer: string }) {
  const { Icon, box, ink, words } = answer === 'approved' ? LOOKS.approved : answer === 'denied' ? LOOKS.denied : LOOKS.waiting;
  const isWaiting = answer === 'waiting';
  return (
    <div role="note" className={`flex min-w-0 gap-2.5 rounded-md border px-3 py-2 ${box}`}>
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">
          {isWaiting || answer === 'approved' || answer === 'denied' ? words : 'Answered, but neither approved nor denied'}:{' '}
          <code className="font-mono font-normal">{visibleText(mcpName(item))}</code>
        </p>
        {isWaiting ? <HowToAnswer item={item} /> : null}
      </div>
    </div>
  );
}

function HowToAnswer({ item }: { readonly item: JsonObject }) {
  const id = stringOf(item['id']);
  const answer = (approve: boolean) => JSON.stringify({ type: 'mcp_approval_response', approval_request_id: id, approve }, null, 2);
  return (
    <>
      <p className="text-secondary">
        The call is made only after the next turn sends an <code className="font-mono text-sm">mcp_approval_response</code> with the ID of
        this item.
      </p>
      {id === null ? null : (
        <p className="mt-1 flex flex-wrap gap-x-2">
          <CopyButton text={answer(true)} label="Copy an approval" />
          <CopyButton text={answer(false)} label="Copy a denial" />
        </p>
      )}
    </>
  );
}
