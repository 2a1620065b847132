import { useCallback } from 'react';
import { assertNever } from '#base/assert-never.ts';
import { formatDollars } from '#base/format-dollars.ts';
import { formatNumber } from '#base/format-number.ts';
import { valueAt, type JsonObject } from '#base/json.ts';
import { estimateCost, type Cost, type ProviderHint } from '#model/pricing.ts';
import { readCostDetails, type SentCost } from '#model/sent-cost.ts';
import { Badge } from '#ui/badge.tsx';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { CostFormula } from './cost-formula.tsx';
import { noteWords, unknownWords } from './cost-words.ts';
import { useLoaded } from './use-loaded.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';

/** What the response cost: as sent, as estimated, or why that is not known. */
export function CostFacts({ response, hint }: { readonly response: JsonObject; readonly hint: ProviderHint }) {
  const cost = useLoaded(useCallback(() => estimateCost(response, hint), [response, hint]));
  if (cost.kind === 'loading') return <p className="py-1.5 text-lg text-tertiary">looking up prices…</p>;
  if (cost.kind === 'failed') return <Unknown why="The price list could not be loaded. Reload the page to try again." />;
  return <KnownCost cost={cost.value} response={response} />;
}

function KnownCost({ cost, response }: { readonly cost: Cost; readonly response: JsonObject }) {
  switch (cost.kind) {
    case 'sent':
      return <Sent cost={cost} response={response} />;
    case 'estimate':
      return <Estimate cost={cost} />;
    case 'unknown':
      return <Unknown why={unknownWords(cost.reason)} />;
    default:
      return assertNever(cost);
  }
}

function Sent({ cost, response }: { readonly cost: SentCost; readonly response: JsonObject }) {
  const isOwnKey = valueAt(response, ['usage', 'is_byok']) === true;
  return (
    <>
      <p data-path={formatJsonPointer(cost.field.split('.'))} className="flex flex-wrap items-baseline gap-x-2 py-1.5">
        <span className="text-lg font-semibold">{formatDollars(cost.dollars)}</span>
        <Badge tone={cost.isGatewayEstimate ? 'neutral' : 'good'}>
          {cost.isGatewayEstimate ? 'the gateway’s estimate' : 'sent by the server'}
        </Badge>
        <span className="text-secondary">
          <span className="font-mono text-sm">{cost.field}</span>
          {cost.unit === 'ticks' ? `: ${formatNumber(cost.raw)} ticks of 10⁻¹⁰ USD` : `: ${cost.raw} USD`}
        </span>
      </p>
      {isOwnKey ? (
        <p data-path="/usage/is_byok" className="pb-1 text-secondary">
          is_byok is true: the model itself was paid for with your own key at its vendor.
        </p>
      ) : null}
      <FieldRows>
        {readCostDetails(response).map(({ name, dollars }) => (
          <FieldRow
            key={name}
            name={`cost_details.${name}`}
            dataPath={formatJsonPointer(['usage', 'cost_details', name])}
            copy={String(dollars)}
          >
            {formatDollars(dollars)}
          </FieldRow>
        ))}
      </FieldRows>
    </>
  );
}

function Estimate({ cost }: { readonly cost: Extract<Cost, { kind: 'estimate' }> }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 py-1.5">
        <span className="text-lg font-semibold">≈ {formatDollars(cost.dollars)}</span>
        <Badge>estimate, list price, standard tier</Badge>
        <span className="text-secondary">
          {cost.model} at {cost.providerName}, prices of {cost.pricesAsOf}
        </span>
      </p>
      {cost.notes.map((note) => (
        <p key={note.kind} className="pb-1 text-secondary">
          {noteWords(note, cost.providerName)}
        </p>
      ))}
      <CostFormula lines={cost.lines} />
    </>
  );
}

function Unknown({ why }: { readonly why: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 py-1.5">
      <span className="text-lg font-semibold">unknown</span>
      <span className="text-secondary">{why}</span>
    </p>
  );
}
