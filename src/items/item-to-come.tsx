import { useState } from 'react';
import { formatDotPath } from '#base/json-path-text.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { stringOf, type JsonPath, type JsonValue } from '#base/json.ts';
import { characterBoundary } from '#base/truncate.ts';
import { visibleText } from '#base/visible-text.ts';
import type { ItemToCome } from '#model/still-to-come.ts';
import { isOfText, type ChangeToCome, type TextToCome, type ValueToCome } from '#model/value-to-come.ts';
import { Button } from '#ui/button.tsx';
import { LongList } from '#ui/long-list.tsx';
import { LongText } from '#ui/long-text.tsx';
import { compactJson, valueLine } from './summary-text.ts';

/** A text to come that is longer is folded, in UTF-16 units: what is there already comes first. */
const LONG = 600;
/** A value that is longer stands under the one that it takes the place of. */
const LONG_VALUE = 60;
const MOST_SHOWN = 8;

/** What an item lacks of its end, in a few words for its header. */
export function ToComeBadge({ toCome }: { readonly toCome: ItemToCome }) {
  const { words, short } = wordsOf(toCome);
  return (
    <span
      title={words}
      className="inline-flex h-5 shrink-0 items-center rounded-full border border-dashed border-line-strong px-2 text-xs font-medium whitespace-nowrap text-secondary"
    >
      <span aria-hidden className="@lg:hidden">
        {short}
      </span>
      <span className="@max-lg:sr-only">{words}</span>
    </span>
  );
}

function wordsOf(toCome: ItemToCome): { readonly words: string; readonly short: string } {
  if (toCome === 'gone') return { words: 'not there in the end', short: 'goes' };
  const { characters, changes, fields } = toCome;
  if (characters > 0) return { words: `${formatCount(characters, 'character')} still to come`, short: `+${formatNumber(characters)}` };
  if (changes.some(({ path }) => isOfText(path))) return { words: 'its text changes', short: '≠' };
  const status = changes.find(({ path }) => path.length === 1 && path[0] === 'status');
  if (status !== undefined) return { words: `still to come: ${lineFor(status.to)}`, short: `→ ${lineFor(status.to)}` };
  const count = changes.length + fields.length;
  return { words: `${formatCount(count, 'field')} still to ${fields.length > 0 ? 'come' : 'change'}`, short: `+${formatNumber(count)}` };
}

/** What an open item lacks of its end: the texts that follow what is there, then what changes and what is added. */
export function ToComeSection({ toCome }: { readonly toCome: ValueToCome }) {
  const { texts, changes, fields } = toCome;
  return (
    <section
      aria-label="Still to come"
      data-own-words
      className="mt-2 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1 border-l-2 border-dashed border-line-strong pl-3 text-tertiary"
    >
      <p className="text-sm">Still to come</p>
      {texts.length === 0 ? null : (
        <LongList items={texts} label="Texts still to come" noun="texts" limit={MOST_SHOWN}>
          {(text) => <ComingText {...text} isNamed={texts.length > 1} />}
        </LongList>
      )}
      {changes.length === 0 ? null : (
        <LongList items={changes} label="Changes still to come" noun="changes" limit={MOST_SHOWN}>
          {(change) => <ComingChange {...change} />}
        </LongList>
      )}
      {fields.length === 0 ? null : (
        <LongList items={fields} label="Fields still to come" noun="fields" limit={MOST_SHOWN}>
          {({ path, value }) => (
            <p className="truncate text-sm">
              <Path path={path} /> {lengthOf(value)}
              {lineFor(value)}
            </p>
          )}
        </LongList>
      )}
    </section>
  );
}

function Path({ path }: { readonly path: JsonPath }) {
  return <code className="font-mono text-sm text-secondary">{formatDotPath(path)}</code>;
}

/** Plain, also where it will be Markdown: half a text is drawn as the whole only when it is there. */
function ComingText({ path, rest, isNamed }: TextToCome & { readonly isNamed: boolean }) {
  return (
    <div className="min-w-0">
      {isNamed ? (
        <p>
          <Path path={path} />
        </p>
      ) : null}
      <FoldedText text={rest} isMonospace={!isProse(path)} words={`${formatCount(rest.length, 'character')} still to come`} />
    </div>
  );
}

function ComingChange({ path, from, to }: ChangeToCome) {
  if (to === undefined) {
    return (
      <p className="truncate text-sm">
        <Path path={path} /> goes away
      </p>
    );
  }
  const [before, after] = [lineFor(from), lineFor(to)];
  if (before.length <= LONG_VALUE && after.length <= LONG_VALUE) {
    return (
      <p className="text-sm wrap-anywhere">
        <Path path={path} /> {before} <span aria-hidden>→</span> <span className="sr-only">changes to</span> {after}
      </p>
    );
  }
  const [one, other] = [stringOf(from), stringOf(to)];
  const kept = one === null || other === null ? 0 : sameBeginning(one, other);
  const text = other?.slice(kept) ?? compactJson(to, LONG);
  return (
    <div className="min-w-0">
      <p className="text-sm">
        <Path path={path} /> changes{kept === 0 ? '' : ` from character ${formatNumber(kept + 1)} on`} to
      </p>
      <FoldedText text={text} isMonospace={!isProse(path)} words={formatCount(text.length, 'other character')} />
    </div>
  );
}

/** How many UTF-16 units two texts begin with together; never half a character. */
function sameBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return characterBoundary(other, length);
}

/** A text that stands there, or behind a button when it is long. */
function FoldedText({ text, isMonospace, words }: { readonly text: string; readonly isMonospace: boolean; readonly words: string }) {
  const [isOpen, setOpen] = useState(false);
  const look = isMonospace ? 'font-mono text-sm' : '';
  if (text.length <= LONG) return <p className={`wrap-anywhere whitespace-pre-wrap ${look}`}>{visibleText(text)}</p>;
  return (
    <>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words}
      </Button>
      {isOpen ? <LongText text={text} isMonospace={isMonospace} /> : null}
    </>
  );
}

/** Words for people; all other texts are code and data. */
function isProse(path: JsonPath): boolean {
  return ['text', 'refusal', 'transcript'].includes(String(path.at(-1)));
}

function lineFor(value: JsonValue | undefined): string {
  return value === null ? 'null' : value === undefined ? 'gone' : valueLine(value);
}

/** How long a text is of which the line shows only the beginning. */
function lengthOf(value: JsonValue): string {
  const { length } = stringOf(value) ?? '';
  return length > LONG ? `${formatCount(length, 'character')}: ` : '';
}
