import { memo, useMemo } from 'react';
import { parsePatch, type PatchLine, type PatchLineKind } from '#base/patch-lines.ts';
import { visibleText } from '#base/visible-text.ts';
import { CopyButton } from './copy-button.tsx';
import { LongText } from './long-text.tsx';

const LOOKS: Readonly<Record<PatchLineKind, string>> = {
  added: 'bg-good/10',
  removed: 'bg-error/10',
  context: '',
  hunk: 'bg-inset text-secondary',
  file: 'bg-inset font-semibold text-secondary',
  note: 'text-tertiary italic',
};
/** What screen readers hear before a line that changes. */
const SPOKEN: Readonly<Partial<Record<PatchLineKind, string>>> = { added: 'added', removed: 'removed' };

/** A patch as people read one: a gutter with signs and, where it tells them, line numbers; hunk headers; colour only says it again. */
export function DiffView({ patch, label }: { readonly patch: string; readonly label: string }) {
  return (
    <div className="group/diff relative min-w-0 rounded-md border border-line bg-raised">
      <div className="absolute top-0.5 right-0.5 z-1 rounded bg-raised opacity-0 group-focus-within/diff:opacity-100 group-hover/diff:opacity-100 pointer-coarse:opacity-100">
        <CopyButton text={patch} label="Copy patch" iconOnly />
      </div>
      <LongText text={patch}>{(shown) => <Lines patch={shown} label={label} />}</LongText>
    </div>
  );
}

function Lines({ patch, label }: { readonly patch: string; readonly label: string }) {
  const lines = useMemo(() => parsePatch(patch), [patch]);
  const hasOld = lines.some(({ oldNumber }) => oldNumber !== null);
  const hasNew = lines.some(({ newNumber }) => newNumber !== null);
  return (
    <div role="group" aria-label={label} tabIndex={0} dir="ltr" className="overflow-x-auto rounded-md font-mono text-sm">
      <div className="w-max min-w-full py-0.5">
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Line key={index} line={line} hasOld={hasOld} hasNew={hasNew} />
        ))}
      </div>
    </div>
  );
}

type LineProps = { readonly line: PatchLine; readonly hasOld: boolean; readonly hasNew: boolean };

/** Numbers stand in CSS and signs are not selected: what is copied from here is code. Memoised by what it says, since patches grow line by line. */
const Line = memo(function Line({ line, hasOld, hasNew }: LineProps) {
  const { kind, sign, text, oldNumber, newNumber } = line;
  const isHead = kind === 'hunk' || kind === 'file';
  const ink = kind === 'added' ? 'text-good' : kind === 'removed' ? 'text-error' : 'text-tertiary';
  return (
    <div data-kind={kind} className={`flex min-h-4.5 whitespace-pre ${LOOKS[kind]}`}>
      {hasOld && !isHead ? <LineNumber value={oldNumber} /> : null}
      {hasNew && !isHead ? <LineNumber value={newNumber} /> : null}
      {isHead ? null : (
        <span className={`w-[3ch] shrink-0 text-center font-semibold select-none ${ink}`}>
          {SPOKEN[kind] === undefined ? null : <span className="sr-only">{SPOKEN[kind]} </span>}
          <span aria-hidden={SPOKEN[kind] !== undefined}>{sign}</span>
        </span>
      )}
      <span className={isHead ? 'px-2' : 'pr-2'}>{visibleText(text)}</span>
      {'\n'}
    </div>
  );
}, isSameLine);

function isSameLine(one: LineProps, other: LineProps): boolean {
  const { kind, sign, text, oldNumber, newNumber } = one.line;
  const { line } = other;
  const isSame =
    kind === line.kind && sign === line.sign && text === line.text && oldNumber === line.oldNumber && newNumber === line.newNumber;
  return isSame && one.hasOld === other.hasOld && one.hasNew === other.hasNew;
}

function LineNumber({ value }: { readonly value: number | null }) {
  return (
    <span
      aria-hidden
      data-number={value ?? ''}
      className="w-[5ch] shrink-0 pr-1 text-right text-tertiary before:content-[attr(data-number)]"
    />
  );
}
