import { useMemo, useState, type ReactNode } from 'react';
import { findJsonError, type JsonError } from '#base/json-error-position.ts';
import { isJsonArray, isJsonObject, tryParseJson, type JsonPath, type JsonValue } from '#base/json.ts';
import { formatNumber } from '#base/format-number.ts';
import { createJsonLayouter, prettyJson } from '#base/pretty-json.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { useIsGrowing } from '#ui/growing.ts';
import { JsonTree } from '#ui/json-tree.tsx';
import { OtherDocument } from '#ui/place-actions.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useSought } from '#ui/sought.ts';
import { isInOtherWay, type OtherWay } from './prose.tsx';

const WAYS = [
  { value: 'formatted', title: 'Formatted' },
  { value: 'tree', title: 'Tree' },
  { value: 'source', title: 'Source' },
] as const;
type Way = (typeof WAYS)[number]['value'] | 'other';

/** The text is a document of its own. */
const ROOT: JsonPath = [];

/** Above this many characters a tree is the better first look. */
const LONG_JSON = 6_000;

/** True for text that is a JSON object or array; a bare number or word is ordinary text. */
export function isJsonText(text: string): boolean {
  return /^\s*[{[]/.test(text) && /[}\]]\s*$/.test(text.slice(-20)) && parsedContainer(text) !== null;
}

/** True for the beginning of a text that is going to be a JSON object or array, as far as that can be told. */
export function isJsonBeginning(text: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[{"]|$))/.test(text.slice(0, 200));
}

type JsonTextProps = {
  /** As it was sent. */
  readonly text: string;
  readonly label: string;
  /** Stands at the left of the switch. */
  readonly heading?: ReactNode;
  readonly otherWay?: OtherWay | null;
};

/** JSON that was sent as text: laid out, as a tree, or exactly as it came; what does not parse is shown as it is, with the place where it breaks. */
export function JsonText({ text, label, heading = null, otherWay = null }: JsonTextProps) {
  const isGrowing = useIsGrowing();
  const [hasGrown, setHasGrown] = useState(isGrowing);
  if (isGrowing && !hasGrown) setHasGrown(true);
  const value = useMemo(() => (isGrowing ? null : parsedContainer(text)), [text, isGrowing]);
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen ?? (text.length > LONG_JSON && !hasGrown ? 'tree' : 'formatted');
  useSought((sought) => {
    if (isInOtherWay(sought, otherWay)) setChosen('other');
    else if (sought.kind === 'place' && sought.whole === text && sought.end > 0)
      setChosen(sought.isOnlyInSource || way === 'source' ? 'source' : 'formatted');
  });
  if (value === null && !isGrowing) return <BrokenJson text={text} label={label} heading={heading} otherWay={otherWay} />;
  const own = value === null ? WAYS.filter(({ value: name }) => name !== 'tree') : WAYS;
  const ways = otherWay === null ? own : [...own, { value: 'other', title: otherWay.title } as const];
  return (
    <div className="min-w-0">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        {heading}
        <Segmented label={`Show ${label} as`} options={ways} value={way} onChange={setChosen} />
      </div>
      {way === 'tree' && value !== null ? (
        <OtherDocument name="text">
          <JsonTree value={value} label={label} expandLevels={2} rootPath={ROOT} />
        </OtherDocument>
      ) : null}
      {way === 'formatted' || (way === 'tree' && value === null) ? <FormattedJson text={text} label={label} hasGrown={hasGrown} /> : null}
      {way === 'source' ? <CodeBlock code={text} copyLabel={`Copy ${label}`} scrolls={false} /> : null}
      {way === 'other' ? otherWay?.view : null}
    </div>
  );
}

type FormattedJsonProps = { readonly text: string; readonly label: string; readonly hasGrown: boolean };

function FormattedJson({ text, label, hasGrown }: FormattedJsonProps) {
  const [layOut] = useState(createJsonLayouter);
  const pretty = useMemo(() => (hasGrown ? layOut(text) : prettyJson(text)), [text, hasGrown, layOut]);
  return <CodeBlock code={pretty} language="json" copyLabel={`Copy ${label}`} scrolls={false} />;
}

function BrokenJson({ text, label, heading, otherWay = null }: JsonTextProps) {
  const [way, setWay] = useState<'source' | 'other'>('source');
  useSought((sought) => {
    if (isInOtherWay(sought, otherWay)) setWay('other');
    else if (sought.kind === 'place' && sought.whole === text) setWay('source');
  });
  const fault = useMemo(() => findJsonError(text), [text]);
  return (
    <div className="min-w-0">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-2">
        {heading}
        {fault === null ? null : <span className="text-sm text-warning">not JSON: {describeJsonError(fault, text)}</span>}
        {otherWay === null ? null : (
          <Segmented
            label={`Show ${label} as`}
            options={[
              { value: 'source', title: 'Source' },
              { value: 'other', title: otherWay.title },
            ]}
            value={way}
            onChange={setWay}
          />
        )}
      </div>
      {way === 'other' && otherWay !== null ? (
        otherWay.view
      ) : (
        <CodeBlock code={text} language="json" copyLabel={`Copy ${label}`} scrolls={false} />
      )}
    </div>
  );
}

/** What a literal or a number looks like when the text ends inside it; nothing at all when it ends between tokens. */
const BEGUN_TOKEN = /^(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|\.|[eE][+-]?)?$/;

/** "cut off after 1,204 characters", or the place and the reason. */
export function describeJsonError(error: JsonError, text: string): string {
  const isCutOff = BEGUN_TOKEN.test(text.slice(error.offset, error.offset + 8));
  if (isCutOff) return `cut off after ${formatNumber(text.length)} characters`;
  return `line ${error.line}, column ${error.column}. ${error.problem}`;
}

function parsedContainer(text: string): JsonValue | null {
  const parsed = tryParseJson(text);
  return parsed.ok && (isJsonObject(parsed.value) || isJsonArray(parsed.value)) ? parsed.value : null;
}
