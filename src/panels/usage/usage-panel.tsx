import { useMemo, useRef } from 'react';
import { isJsonObject, type JsonObject, type JsonPath } from '#base/json.ts';
import { markView, untracked } from '#base/tracked-json.ts';
import { providerHintOf } from '#model/pricing.ts';
import type { Recording } from '#model/recording.ts';
import type { Reveal } from '#model/reveal.ts';
import { contextTokens, hostedCalls, otherUsageFields, readUsage } from '#model/usage.ts';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { useReveal } from '#ui/use-reveal.ts';
import { ContextWindow } from './context-window.tsx';
import { CostFacts } from './cost-facts.tsx';
import { HostedTools } from './hosted-tools.tsx';
import { NoUsage } from './no-usage.tsx';
import { OtherUsage } from './other-usage.tsx';
import { TokenBars } from './token-bars.tsx';
import { TokenTable } from './token-table.tsx';
import { UsageHighlights } from './usage-highlights.tsx';

type UsagePanelProps = {
  readonly recording: Recording;
  readonly isLive?: boolean;
  readonly expansion: Expansion;
  readonly reveal?: Reveal | null;
};

/** What the response consumed: tokens and their parts, cost, the server's own tools, and whatever else the server counted. */
export function UsagePanel({ recording, isLive = false, expansion, reveal = null }: UsagePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useReveal(panel, reveal);
  const { response, source } = recording;
  const usage = useMemo(() => readUsage(response), [response]);
  const hint = useMemo(() => providerHintOf(source), [source]);
  // What is worked out from fields does not show them: they stand in the tables, or under “Other usage fields”.
  const plain = untracked(response);
  const held = useMemo(() => contextTokens(plain), [plain]);
  const other = useMemo(() => otherUsageFields(response), [response]);
  markView(response['usage'], 'opened');
  return (
    <div ref={panel} data-path="/usage" className="flex max-w-[76rem] flex-col gap-2 p-2 sm:p-3">
      {usage === null ? (
        <NoUsage response={plain} isLive={isLive && recording.kind === 'stream'} />
      ) : (
        <DisclosureSection title="Tokens" expansion={expansion} paths={TOKEN_FIELDS}>
          <UsageHighlights response={plain} usage={usage} />
          <TokenBars usage={usage} />
          <TokenTable usage={usage} />
        </DisclosureSection>
      )}
      <DisclosureSection title="Cost" expansion={expansion} paths={COST_FIELDS}>
        <CostFacts response={plain} hint={hint} />
      </DisclosureSection>
      {held === null ? null : (
        <DisclosureSection title="Context window" expansion={expansion}>
          <ContextWindow response={plain} hint={hint} held={held} />
        </DisclosureSection>
      )}
      {hasHostedTools(plain) ? (
        <DisclosureSection title="Hosted tools" expansion={expansion} paths={[['tool_usage']]}>
          <HostedTools response={response} />
        </DisclosureSection>
      ) : null}
      {Object.keys(other).length === 0 ? null : (
        <DisclosureSection title="Other usage fields" expansion={expansion} paths={Object.keys(other).map((name) => ['usage', name])}>
          <OtherUsage fields={other} />
        </DisclosureSection>
      )}
    </div>
  );
}

const TOKEN_FIELDS = inUsage('input_tokens', 'input_tokens_details', 'output_tokens', 'output_tokens_details', 'total_tokens');
const COST_FIELDS = inUsage('cost', 'cost_in_usd_ticks', 'cost_details', 'is_byok');

function inUsage(...names: readonly string[]): readonly JsonPath[] {
  return names.map((name) => ['usage', name]);
}

function hasHostedTools(response: JsonObject): boolean {
  return hostedCalls(response).length > 0 || isJsonObject(response['tool_usage']);
}
