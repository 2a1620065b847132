import { Search } from 'lucide-react';
import { stringOf } from '#base/json.ts';
import type { ExpectedFields } from './expected-fields.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Pieces, Quiet } from './labelled.tsx';
import { isRunning } from './not-sent.tsx';
import { QueryList } from './query-list.tsx';
import { joinFacts, lineOf } from './summary-text.ts';
import { argumentsOf, searchLine, VENDOR_CALL_FIELDS, VendorArguments, VendorFacts } from './vendor-call.tsx';

const FIELDS: ExpectedFields = VENDOR_CALL_FIELDS;

export const xSearchCallItem: ItemDefinition = {
  icon: Search,
  title: () => 'X search',
  summary: (item) => joinFacts(lineOf(stringOf(item['name']) ?? ''), searchLine(item)),
  openSummary: (item) => lineOf(stringOf(item['name']) ?? ''),
  fields: FIELDS,
  Body: XSearchBody,
};

/** xAI's search of X: which of its searches, what for, and with which limits. Its findings are citations of the message that follows. */
function XSearchBody({ item, context }: ItemProps) {
  const query = stringOf(argumentsOf(item)?.['query']);
  return (
    <Pieces>
      {query === null ? null : <QueryList queries={[query]} />}
      <VendorArguments item={item} />
      {item['arguments'] === undefined || item['arguments'] === null ? (
        <Quiet>
          {isRunning(item, context) ? 'What it searches for is not known yet.' : 'The server did not say what was searched for.'}
        </Quiet>
      ) : null}
      <VendorFacts item={item} />
    </Pieces>
  );
}
