import { useId, useState } from 'react';
import { formatDollars } from '#base/format-dollars.ts';
import { formatNumber } from '#base/format-number.ts';
import type { CostLine } from '#model/cost-lines.ts';
import { Button } from '#ui/button.tsx';
import { DataRow, DataTable } from './data-table.tsx';

/** How an estimate was worked out, on demand: one line per part, and their sum. */
export function CostFormula({ lines }: { readonly lines: readonly CostLine[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className="pb-1">
      <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide the formula' : 'How this is worked out'}
      </Button>
      <div id={id} hidden={!isOpen} className="mt-1">
        {isOpen ? (
          <DataTable caption="How the estimate is worked out" head={['part', 'quantity', '× list price', '= cost']}>
            {lines.map((line) => (
              <DataRow key={line.part} name={line.part} numbers={[quantityOf(line), priceOf(line), formatDollars(line.dollars)]} />
            ))}
            <DataRow name="sum" numbers={['', '', formatDollars(lines.reduce((sum, { dollars }) => sum + dollars, 0))]} />
          </DataTable>
        ) : null}
      </div>
    </div>
  );
}

function quantityOf(line: CostLine): string {
  return line.price === null ? '' : formatNumber(line.quantity);
}

function priceOf(line: CostLine): string {
  return line.price === null ? '' : `${formatDollars(line.price)} / ${line.per === 1_000_000 ? '1M' : '1k'}`;
}
