import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { LongList } from '#ui/long-list.tsx';
import { UrlLink } from '#ui/url-link.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { Labelled, Quiet, WireWord } from './labelled.tsx';
import { Passage } from './passage.tsx';
import { sameTypeOf } from './same-type.ts';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

/** What the search found, as a list of pages with what stood on them. Nothing where no results were sent. */
export function WebSearchResults({ results }: { readonly results: JsonValue | undefined }) {
  const dataPath = useDataPath();
  const list = arrayOf(results);
  if (!Array.isArray(results)) return null;
  const shared = sameTypeOf(list);
  if (list.length === 0) return <Quiet>No results.</Quiet>;
  return (
    <Labelled name={formatCount(list.length, 'result')} aside={shared === null ? null : <WireWord word={shared} />}>
      <LongList items={list} label="Results" noun="results" limit={10} gap="wide" dataPathOf={(each) => dataPath(each)}>
        {(result, index) =>
          isJsonObject(result) ? (
            <Result result={result} isTyped={shared === null} />
          ) : (
            <ValueView value={result} label={`Result ${index + 1}`} />
          )
        }
      </LongList>
    </Labelled>
  );
}

const RESULT_FIELDS: ExpectedFields = { type: 'string', title: 'string', url: 'string', snippet: 'string', text: 'string' };

function Result({ result, isTyped }: { readonly result: JsonObject; readonly isTyped: boolean }) {
  const { title, url, type } = { title: stringOf(result['title']), url: stringOf(result['url']), type: stringOf(result['type']) };
  return (
    <div className="min-w-0 border-l-2 border-line pl-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
        {title === null || title === '' ? null : (
          <ItemField of={result} name="title" isInline className="font-medium">
            {visibleLine(title)}
          </ItemField>
        )}
        {type === null || !isTyped ? null : (
          <ItemField of={result} name="type" isInline>
            <WireWord word={type} />
          </ItemField>
        )}
      </p>
      {url === null || url === '' ? null : (
        <ItemField of={result} name="url" className="text-sm">
          <UrlLink url={url} />
        </ItemField>
      )}
      {['snippet', 'text'].map((name) => {
        const text = stringOf(result[name]);
        return text === null || text === '' ? null : (
          <ItemField key={name} of={result} name={name}>
            <Passage text={text} />
          </ItemField>
        );
      })}
      <OtherFields value={result} expected={RESULT_FIELDS} />
    </div>
  );
}
