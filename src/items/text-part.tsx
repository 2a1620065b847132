import { useMemo, type ReactNode } from 'react';
import { isJsonArray, stringOf, type JsonArray, type JsonObject } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import { readAnnotations } from '#model/annotations.ts';
import { CitationList, CitationMark, placedAnnotations } from './citations.tsx';
import { MisfitFields, type ExpectedFields } from './expected-fields.tsx';
import { FieldList } from './field-list.tsx';
import { useDataPath } from './item-place.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { Probabilities } from './probabilities.tsx';
import { Prose, type OtherWay } from './prose.tsx';
import { ValueView } from './value-view.tsx';

/** What stands beside the text; servers without it send nothing, null or an empty list. */
const BESIDE_TEXT: ExpectedFields = { annotations: 'list', logprobs: 'list' };

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
  if (text === null) return <UnreadText part={part} heading={heading} />;
  const { logprobs } = part;
  const probabilities = isJsonArray(logprobs) && logprobs.length > 0 ? probabilitiesOf(logprobs, text, label) : null;
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
      <MisfitFields item={part} expected={BESIDE_TEXT} />
    </div>
  );
}

function UnreadText({ part, heading }: { readonly part: JsonObject; readonly heading: ReactNode }) {
  const { text } = part;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {heading}
      <span className="text-secondary">{text === undefined ? 'no text was sent' : 'the text is not a string:'}</span>
      {text === undefined ? null : <ValueView value={text} label="text" />}
      <FieldList value={part} except={Object.keys(part).filter((name) => !Object.hasOwn(BESIDE_TEXT, name))} />
    </div>
  );
}

function probabilitiesOf(logprobs: JsonArray, text: string, label: string): OtherWay {
  markView(logprobs, 'folded');
  return { title: 'Probabilities', view: <Probabilities logprobs={logprobs} text={text} label={label} /> };
}
