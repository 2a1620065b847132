import { useMemo, useState, type ReactNode } from 'react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, stringOf, type JsonObject } from '#base/json.ts';
import { readAnnotations } from '#model/annotations.ts';
import { Button } from '#ui/button.tsx';
import { JsonTree } from '#ui/json-tree.tsx';
import { CitationList, CitationMark, placedAnnotations } from './citations.tsx';
import { isJsonText, JsonText } from './json-text.tsx';
import { Prose } from './prose.tsx';
import { ValueView } from './value-view.tsx';

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
  if (text === null) return <UnreadText part={part} heading={heading} />;
  const isJson = (expectsJson && text !== '') || isJsonText(text);
  return (
    <div className="min-w-0">
      {isJson ? (
        <JsonText text={text} label={label} heading={heading} />
      ) : (
        <Prose text={text} label={label} heading={heading} marks={marks} drawMark={drawMark} />
      )}
      <CitationList citations={citations} />
      <Logprobs part={part} />
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
    </div>
  );
}

function Logprobs({ part }: { readonly part: JsonObject }) {
  const [isOpen, setIsOpen] = useState(false);
  const tokens = arrayOf(part['logprobs']);
  if (tokens.length === 0) return null;
  return (
    <div className="mt-2">
      <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        logprobs for {formatCount(tokens.length, 'token')}
      </Button>
      {isOpen ? <JsonTree value={tokens} label="Log probabilities" /> : null}
    </div>
  );
}
