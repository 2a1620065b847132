import { arrayOf, numberOf, stringOf, valueAt, type JsonObject } from '#base/json.ts';
import { dateFromUnix } from '#base/format-time.ts';
import { costLines, unpricedCalls, type CostLine } from './cost-lines.ts';
import { loadPriceList, PRICES_AS_OF, type ModelPrices, type PriceList } from './price-list.ts';
import type { RecordingSource } from './recording.ts';
import { readSentCost, type SentCost } from './sent-cost.ts';
import { readUsage } from './usage.ts';

/** What one response cost. There is no zero for "we do not know". */
export type Cost =
  | ({ readonly kind: 'sent' } & SentCost)
  | {
      readonly kind: 'estimate';
      /** US dollars at list price, standard tier. */
      readonly dollars: number;
      readonly lines: readonly CostLine[];
      readonly model: string;
      readonly providerName: string;
      /** The day of the prices, ISO. */
      readonly pricesAsOf: string;
      readonly notes: readonly CostNote[];
    }
  | { readonly kind: 'unknown'; readonly reason: UnknownCost };

export type UnknownCost =
  | { readonly kind: 'no-usage' }
  | { readonly kind: 'usage-conflict' }
  | { readonly kind: 'no-model' }
  | { readonly kind: 'unlisted-model'; readonly model: string }
  | { readonly kind: 'tier'; readonly tier: string };

/** What a reader should know about an estimate. */
export type CostNote =
  /** The vendor was inferred from the model's name. */
  | { readonly kind: 'inferred-vendor' }
  /** A residency host: some models cost more there. */
  | { readonly kind: 'regional-host' }
  /** Calls of hosted tools that have no price in the list. */
  | { readonly kind: 'calls-not-priced'; readonly calls: string }
  /** `billing.payer` names somebody else. */
  | { readonly kind: 'other-payer'; readonly payer: string };

/** Where the response came from, as far as it helps to find its vendor: an absolute or relative base URL; null for files and pastes. */
export type ProviderHint = { readonly baseUrl: string | null };

export function providerHintOf(source: RecordingSource): ProviderHint {
  return { baseUrl: source.kind === 'api' ? source.baseUrl : null };
}

/** `auto` is what an unfinished response says before it is `default`. */
const STANDARD_TIERS = new Set(['default', 'auto', 'standard']);

/** The cost the server sent, else an estimate from list prices, else why there is none. Rejects only when the price list cannot be loaded. */
export async function estimateCost(response: JsonObject, hint: ProviderHint): Promise<Cost> {
  const sent = readSentCost(response);
  if (sent !== null) return { kind: 'sent', ...sent };
  const usage = readUsage(response);
  if (usage === null || usage.input === null || usage.output === null) return unknown({ kind: 'no-usage' });
  if (usage.conflicts.includes('cache-exceeds-input')) return unknown({ kind: 'usage-conflict' });
  const model = stringOf(response['model']);
  if (model === null || model === '') return unknown({ kind: 'no-model' });
  const tier = stringOf(response['service_tier']);
  if (tier !== null && !STANDARD_TIERS.has(tier)) return unknown({ kind: 'tier', tier });
  const found = findPrices(await loadPriceList(), response, hint);
  const lines = found && costLines(response, usage, found.prices);
  if (found === null || lines === null) return unknown({ kind: 'unlisted-model', model });
  return {
    kind: 'estimate',
    dollars: lines.reduce((sum, line) => sum + line.dollars, 0),
    lines,
    model: found.prices.model,
    providerName: found.prices.providerName,
    pricesAsOf: PRICES_AS_OF,
    notes: notesOn(response, found),
  };
}

/** The context window of the response's model in tokens; null when the price list does not know it. */
export async function findContextWindow(response: JsonObject, hint: ProviderHint): Promise<number | null> {
  return findPrices(await loadPriceList(), response, hint)?.prices.contextWindow ?? null;
}

type Found = { readonly prices: ModelPrices; readonly isInferred: boolean; readonly isRegional: boolean };

function findPrices(list: PriceList, response: JsonObject, hint: ProviderHint): Found | null {
  const model = stringOf(response['model']);
  if (model === null || model === '') return null;
  const created = numberOf(response['created_at']);
  const at = created === null || created <= 0 ? null : dateFromUnix(created);
  const host = hint.baseUrl !== null && URL.canParse(hint.baseUrl) ? new URL(hint.baseUrl).hostname : null;
  const isRegional = host !== null && host.endsWith('.api.openai.com');
  const provider = isRegional
    ? 'openai'
    : host === null || hint.baseUrl === null
      ? providerInBody(response)
      : vendorAt(list, host, hint.baseUrl);
  if (provider === null && hasNoListPrice(model)) return null;
  const prices = list.find(model, provider, at);
  return prices && { prices, isInferred: provider === null, isRegional };
}

function vendorAt(list: PriceList, host: string, baseUrl: string): string | null {
  if (/^bedrock-mantle\..+\.api\.aws$/.test(host)) return 'aws';
  return list.providerAt(baseUrl);
}

/** Only Azure fills `content_filters`; others leave it out or send null. */
function providerInBody(response: JsonObject): string | null {
  return arrayOf(response['content_filters']).length > 0 ? 'azure' : null;
}

/** Open weights and router labels: whoever runs them sets the price, so a vendor's list says nothing about an unknown server. */
function hasNoListPrice(model: string): boolean {
  return model.includes('/') || /gpt-oss|gemma|deepseek|mistral|mixtral|qwen|llama|glm-|kimi/i.test(model);
}

function notesOn(response: JsonObject, { prices, isInferred, isRegional }: Found): readonly CostNote[] {
  const calls = unpricedCalls(response, prices);
  const payer = stringOf(valueAt(response, ['billing', 'payer']));
  const notes: CostNote[] = [];
  if (isInferred) notes.push({ kind: 'inferred-vendor' });
  if (isRegional) notes.push({ kind: 'regional-host' });
  if (calls !== '') notes.push({ kind: 'calls-not-priced', calls });
  if (payer !== null && payer !== 'developer') notes.push({ kind: 'other-payer', payer });
  return notes;
}

function unknown(reason: UnknownCost): Cost {
  return { kind: 'unknown', reason };
}
