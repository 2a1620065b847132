import { FileText } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { LongList } from '#ui/long-list.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { Labelled, Quiet } from './labelled.tsx';
import { NotIncluded } from './not-sent.tsx';
import { PairTable } from './pair-table.tsx';
import { Passage } from './passage.tsx';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

/** The chunks that were found, best first as the server ranked them. `mayCome` is true while the search still runs. */
export function FileSearchResults({ results, mayCome }: { readonly results: JsonValue | undefined; readonly mayCome: boolean }) {
  const dataPath = useDataPath();
  const list = arrayOf(results);
  if (results === undefined || results === null) return mayCome ? null : <NotIncluded what="Results" include="file_search_call.results" />;
  if (!Array.isArray(results)) return null;
  if (list.length === 0) return <Quiet>Nothing was found.</Quiet>;
  const best = Math.max(1, ...list.map((result) => numberOf(objectOf(result)?.['score']) ?? 0));
  return (
    <Labelled name={formatCount(list.length, 'result')}>
      <LongList items={list} label="Results" noun="results" limit={10} gap="wide" dataPathOf={(each) => dataPath(each)}>
        {(result, index) =>
          isJsonObject(result) ? (
            <Chunk result={result} rank={index + 1} best={best} />
          ) : (
            <ValueView value={result} label={`Result ${index + 1}`} />
          )
        }
      </LongList>
    </Labelled>
  );
}

const RESULT_FIELDS: ExpectedFields = {
  file_id: 'string',
  filename: 'string',
  score: 'number',
  text: 'string',
  attributes: 'object',
  vector_store_id: 'string',
};

function Chunk({ result, rank, best }: { readonly result: JsonObject; readonly rank: number; readonly best: number }) {
  const filename = stringOf(result['filename']);
  const text = stringOf(result['text']);
  const attributes = objectOf(result['attributes']);
  return (
    <div className="flex min-w-0 gap-2.5">
      <span className="w-5 shrink-0 text-right text-tertiary">{rank}</span>
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-3">
          <ItemField of={result} name="score" isInline className="shrink-0">
            <Score score={result['score']} best={best} />
          </ItemField>
          <ItemField
            of={result}
            name="filename"
            isInline
            className={`inline-flex min-w-0 items-center gap-1.5 ${filename === null ? 'text-secondary' : 'font-semibold'}`}
          >
            <FileText size={13} aria-hidden className="shrink-0 text-secondary" />
            <span className="min-w-0 wrap-anywhere">
              {filename === null || filename === '' ? 'a file without a name' : visibleLine(filename)}
            </span>
          </ItemField>
        </p>
        {text === null ? null : (
          <ItemField of={result} name="text">
            <Passage text={text} />
          </ItemField>
        )}
        {attributes === null ? null : <PairTable pairs={attributes} label="Attributes" />}
        <IdFacts fields={result} ids={['file_id', 'vector_store_id']} />
        <OtherFields value={result} expected={RESULT_FIELDS} />
      </div>
    </div>
  );
}

/** The score in figures and as a bar; bars are drawn against 1, or against the best where a server's scores go beyond. */
function Score({ score, best }: { readonly score: JsonValue | undefined; readonly best: number }) {
  const value = numberOf(score);
  if (value === null) return null;
  const share = Math.min(1, Math.max(0, value / best));
  const figures = typeof score === 'string' ? visibleLine(score) : String(value);
  return (
    <span title={`score ${figures}`} className="inline-flex shrink-0 items-center gap-2 text-sm">
      <span className="sr-only">score</span>
      <span aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-inset ring-1 ring-line">
        <span className="block h-full rounded-full bg-family" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="w-12 tabular-nums">{typeof score === 'string' ? figures : value.toFixed(4)}</span>
    </span>
  );
}
