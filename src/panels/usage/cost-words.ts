import { assertNever } from '#base/assert-never.ts';
import type { CostNote, UnknownCost } from '#model/pricing.ts';

/** Why there is no cost. */
export function unknownWords(reason: UnknownCost): string {
  switch (reason.kind) {
    case 'no-usage':
      return 'The server sent no cost, and not both of input_tokens and output_tokens to work one out.';
    case 'usage-conflict':
      return 'The token counts contradict each other, so a price worked out from them would be wrong.';
    case 'no-model':
      return 'The response names no model.';
    case 'unlisted-model':
      return `No list price is known for "${reason.model}". It may be a deployment name, an open model on a server of its own, or newer than the price list.`;
    case 'tier':
      return `Tier not priced: the list holds standard prices only, and service_tier is "${reason.tier}".`;
    default:
      return assertNever(reason);
  }
}

/** What an estimate leaves out or takes for granted. */
export function noteWords(note: CostNote, vendor: string): string {
  switch (note.kind) {
    case 'inferred-vendor':
      return `The server is no vendor we know, so this is what ${vendor} charges for a model of this name.`;
    case 'regional-host':
      return 'Some models cost more on regional hosts; that is not included.';
    case 'calls-not-priced':
      return `Not included, because the list has no price for them: ${note.calls}.`;
    case 'other-payer':
      return `billing.payer is "${note.payer}", so it may not be you who pays.`;
    default:
      return assertNever(note);
  }
}
