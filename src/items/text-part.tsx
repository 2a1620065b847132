import { useMemo, type ReactNode } from 'react';
import { arrayOf, isJsonArray, stringOf, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import { readAnnotations } from '#model/annotations.ts';
import { useIsGrowing } from '#ui/growing.ts';
import { CitationList, CitationMark, placedAnnotations } from './citations.tsx';
import { FieldList } from './field-list.tsx';
import { useDataPath, usePathOf } from './item-place.tsx';
import { isJsonBeginning, isJsonText, JsonText } from './json-text.tsx';
import { Probabilities } from './probabilities.tsx';
import { Prose, type OtherWay } from './prose.tsx';

type TextPartProps = { readonly part: JsonObject; readonly expectsJson: boolean; readonly label: string; readonly heading: ReactNode };

/** Text with its citations, or the JSON that the text is. */
export function TextPart({ part, expectsJson, label, heading }: TextPartProps) {
  const text = stringOf(part['text']);
  const { citations, marks, drawMark } = useCitations(part['annotations'], text ?? '');
  const dataPath = useDataPath();
  const pathOf = usePathOf();
  const isGrowing = useIsGrowing();
  if (text === null) return <NoText part={part} heading={heading} />;
  const { logprobs } = part;
  const probabilities = isJsonArray(logprobs) && logprobs.length > 0 ? probabilitiesOf(logprobs, text, label, pathOf(logprobs)) : null;
  const isJson = (expectsJson && text !== '') || (isGrowing ? isJsonBeginning(text) : isJsonText(text));
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

/** The citations of a text and how they are drawn in it. A text without any has the same ones however it grows. */
function useCitations(annotations: JsonValue | undefined, text: string) {
  const cited = arrayOf(annotations).length === 0 ? '' : text;
  return useMemo(() => {
    const citations = readAnnotations(annotations, cited);
    const placed = placedAnnotations(citations);
    function drawMark(index: number, covered: ReactNode | null) {
      const citation = placed[index];
      return citation === undefined ? covered : <CitationMark citation={citation} covered={covered} />;
    }
    return { citations, marks: placed.map(({ mark }) => mark), drawMark };
  }, [annotations, cited]);
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
