import type { PriceCalculation } from '@pydantic/genai-prices';

/**
 * The day of the prices in the installed @pydantic/genai-prices. Its data carries no date, so this is the day its version was published;
 * a test fails when the version changes and this line does not.
 */
export const PRICES_AS_OF = '2026-09-23';
export const PRICES_VERSION = '0.1.8';

/** What the price list knows about one model of one vendor. Prices are in US dollars. */
export type ModelPrices = {
  readonly provider: string;
  readonly providerName: string;
  readonly model: string;
  readonly contextWindow: number | null;
  /** The price for `key` per its unit (10⁶ tokens, 10³ calls), for a request with this many input tokens; null when not listed. */
  readonly priceOf: (key: PriceKey, inputTokens: number) => number | null;
  /** The package's own total for these counts, as a check of our lines; null when it refuses them. */
  readonly totalOf: (counts: Readonly<Record<string, number>>) => number | null;
};
export type PriceKey =
  | 'input_mtok'
  | 'cache_read_mtok'
  | 'cache_write_mtok'
  | 'output_mtok'
  | 'output_reasoning_mtok'
  | 'web_searches_kcount'
  | 'storage_searches_kcount';

export type PriceList = {
  /** The vendor whose API answers at this absolute URL; null when it is nobody we know. */
  readonly providerAt: (url: string) => string | null;
  /** `provider` null: the vendor is inferred from the model's name. `at` decides between prices that changed over time. */
  readonly find: (model: string, provider: string | null, at: Date | null) => ModelPrices | null;
};

/** Loads the bundled prices. They are a chunk of their own; nothing is fetched from the vendor or the package's makers. */
export async function loadPriceList(): Promise<PriceList> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  function calculate(counts: Readonly<Record<string, number>>, model: string, provider: string | null, at: Date | null) {
    try {
      return calcPrice(counts, model, { ...(provider !== null && { providerId: provider }), ...(at !== null && { timestamp: at }) });
    } catch {
      return null;
    }
  }
  return {
    providerAt: (url) => findProvider({ providerApiUrl: url })?.id ?? null,
    find: (model, provider, at) => {
      const found = calculate({ input_tokens: 0, output_tokens: 0 }, model, provider, at);
      return found && describe(found, (counts) => calculate(counts, model, provider, at)?.total_price ?? null);
    },
  };
}

function describe(found: PriceCalculation, totalOf: ModelPrices['totalOf']): ModelPrices {
  return {
    provider: found.provider.id,
    providerName: found.provider.name,
    model: found.model.name ?? found.model.id,
    contextWindow: found.model.context_window ?? null,
    priceOf: (key, inputTokens) => {
      const price = found.model_price[key];
      if (price === undefined || typeof price === 'number') return price ?? null;
      // A tier above its start prices the whole request, not only the tokens beyond it.
      return price.tiers.reduce((current, tier) => (inputTokens > tier.start ? tier.price : current), price.base);
    },
    totalOf,
  };
}
