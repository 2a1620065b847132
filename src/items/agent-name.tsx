import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { IdText } from './id-text.tsx';
import { LabelledValues } from './labelled-value.tsx';

/** Which agent an item of the multi-agent beta belongs to (`agent.agent_name`). */
export function AgentName({ item }: { readonly item: JsonObject }) {
  const agent = objectOf(item['agent']);
  const name = stringOf(agent?.['agent_name']);
  const isPlain = agent !== null && name !== null && Object.keys(agent).length === 1;
  return isPlain ? <IdText name="agent" id={name} isCopied={false} /> : <LabelledValues item={item} names={['agent']} />;
}
