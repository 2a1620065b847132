import { FileSearch } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, numberOf, objectOf, stringOf } from '#base/json.ts';
import type { ExpectedFields } from './expected-fields.tsx';
import { FileSearchResults } from './file-search-results.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled, Pieces, Quiet } from './labelled.tsx';
import { isRunning } from './not-sent.tsx';
import { QueryList } from './query-list.tsx';
import { firstFew, lineOf, quoted, withResult } from './summary-text.ts';
import { useDataPath } from './item-place.tsx';

const FIELDS: ExpectedFields = { queries: 'list', results: 'list' };

export const fileSearchCallItem: ItemDefinition = {
  icon: FileSearch,
  title: () => 'File search',
  summary: (item) => {
    const queries = arrayOf(item['queries']).flatMap((query) => quoted(query) ?? []);
    const files = arrayOf(item['results']).map((result) => lineOf(stringOf(objectOf(result)?.['filename']) ?? ''));
    return withResult(queries.slice(0, 20).join(', '), firstFew(files));
  },
  facts: (item) => {
    const results = arrayOf(item['results']);
    const scores = results.flatMap((result) => numberOf(objectOf(result)?.['score']) ?? []);
    return [
      results.length > 0 ? formatCount(results.length, 'result') : '',
      scores.length > 0 ? `best score ${Math.max(...scores).toFixed(2)}` : '',
    ];
  },
  fields: FIELDS,
  Body: FileSearchBody,
};

function FileSearchBody({ item, context }: ItemProps) {
  const dataPath = useDataPath();
  const queries = arrayOf(item['queries']);
  const mayCome = isRunning(item, context);
  return (
    <Pieces>
      {queries.length > 0 ? (
        <Labelled name="searched the files for">
          <QueryList queries={queries} dataPathOf={(position) => dataPath(item['queries'], position)} />
        </Labelled>
      ) : (
        <Quiet>{mayCome ? 'What it searches for is not known yet.' : 'The server sent no query.'}</Quiet>
      )}
      <FileSearchResults results={item['results']} mayCome={mayCome} />
    </Pieces>
  );
}
