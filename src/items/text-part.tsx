import { useMemo, type ReactNode } from 'react';
import { isJsonArray, stringOf, type JsonArray, type JsonObject, type JsonPath } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import { readAnnotations } from '#model/annotations.ts';
import { CitationList, CitationMark, placedAnnotations } from './citations.tsx';
import { FieldList } from './field-list.tsx';
import { useDataPath, usePathOf } from './item-place.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { Probabilities } from './probabilities.tsx';
import { Prose, type OtherWay } from './prose.tsx';

type TextPartProps = { readonly part: JsonObject; readonly expectsJson: boolean; readonly label: string; readonly heading: ReactNode };

/** Text with its citations, or the JSON that the text is. */
export function TextPart({ part, expectsJson, label, heading }: TextPartProps) {
  const text = stringOf(part['text']);
  const citations = useMemo(() => readAnnotations(part['annotations'], text ?? ''), [part, text]);
  const placed = useMemo(() => placedAnnotations(citations), [citations]);
  const marks = useMemo(() => placed.map(({ mark }) => mark), [placed]);
  const drawMark = useMemo(
    () => (index: number, covered: ReactNode | null) => {
      const citation = placed[index];
      return citation === undefined ? covered : <CitationMark citation={citation} covered={covered} />;
    },
    [placed],
  );
  const dataPath = useDataPath();
  const pathOf = usePathOf();
  if (text === null) return <NoText part={part} heading={heading} />;
  const { logprobs } = part;
  const probabilities = isJsonArray(logprobs) && logprobs.length > 0 ? probabilitiesOf(logprobs, text, label, pathOf(logprobs)) : null;
  const isJson = (expectsJson && text !== '') || isJsonText(text);
  return (
    <div className="min-w-0">
      <div data-path={dataPath(part, 'text')} className="min-w-0">
        {isJson ? (
          <JsonText text={text} label={label} heading={heading} otherWay={probabilities} />
        ) : (
          <Prose text={text} label={label} heading={heading} otherWay={probabilities} marks={marks} drawMark={drawMark} />
        )}
      </div>
      <CitationList citations={citations} />
    </div>
  );
}

/** A text that was not sent, with what came in its place and what would have stood beside it. */
function NoText({ part, heading }: { readonly part: JsonObject; readonly heading: ReactNode }) {
  const { text } = part;
  const beside = ['annotations', 'logprobs'].filter((name) => isJsonArray(part[name]));
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {heading}
        <span className="text-secondary">
          {text === undefined ? 'no text was sent' : text === null ? 'the text is null' : 'the text is not a string'}
        </span>
      </div>
      <FieldList value={part} except={Object.keys(part).filter((name) => !beside.includes(name))} />
    </>
  );
}

function probabilitiesOf(logprobs: JsonArray, text: string, label: string, path: JsonPath | null): OtherWay {
  markView(logprobs, 'folded');
  return { title: 'Probabilities', path, view: <Probabilities logprobs={logprobs} text={text} label={label} /> };
}
