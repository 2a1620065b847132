import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { parseAnsi, type AnsiRun, type AnsiText } from '#base/ansi.ts';
import { visibleText } from '#base/visible-text.ts';
import { CopyButton } from './copy-button.tsx';
import { LongText } from './long-text.tsx';
import { Segmented } from './segmented.tsx';
import { useSought } from './sought.ts';
import { terminalStyle } from './terminal-colors.ts';

const WAYS = [
  { value: 'terminal', title: 'Terminal' },
  { value: 'source', title: 'Source' },
] as const;
type Way = (typeof WAYS)[number]['value'];

type TerminalTextProps = {
  readonly text: string;
  /** What it is, for screen readers and the names of its controls: "stdout of command 1". */
  readonly label: string;
  /** Stands before the text, on the line of its controls. */
  readonly heading?: ReactNode;
};

/** What a program wrote: coloured as it meant, with everything that would act on a terminal shown as a mark, and its source one click away. */
export function TerminalText({ text, label, heading = null }: TerminalTextProps) {
  const [way, setWay] = useState<Way>('terminal');
  useSought((sought) => {
    if (sought.kind === 'place' && sought.isOnlyInSource && sought.whole === text) setWay('source');
  });
  const mayBeStyled = useMemo(() => hasControls(text), [text]);
  return (
    <div className="group/stream relative min-w-0">
      {heading !== null || mayBeStyled ? (
        <div className="mb-0.5 flex flex-wrap items-center gap-2 pr-7">
          {heading}
          {mayBeStyled ? <Segmented label={`Show ${label} as`} options={WAYS} value={way} onChange={setWay} /> : null}
        </div>
      ) : null}
      <div className="absolute top-0 right-0 z-1 rounded bg-raised opacity-0 group-focus-within/stream:opacity-100 group-hover/stream:opacity-100 pointer-coarse:opacity-100">
        <CopyButton text={text} label={`Copy ${label}`} iconOnly />
      </div>
      <LongText text={text}>
        {(shown) =>
          mayBeStyled && way === 'terminal' ? <Styled text={shown} label={label} /> : <Screen label={label}>{visibleText(shown)}</Screen>
        }
      </LongText>
    </div>
  );
}

function Screen({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <pre
      role="group"
      aria-label={label}
      dir="ltr"
      tabIndex={0}
      className="min-h-4.5 overflow-x-auto font-mono text-sm whitespace-pre [tab-size:8]"
    >
      {children}
    </pre>
  );
}

function Styled({ text, label }: { readonly text: string; readonly label: string }) {
  const parsed = useMemo(() => parseAnsi(text), [text]);
  return (
    <>
      <Screen label={label}>{parsed.lines.map(drawLine)}</Screen>
      {parsed.hasOverwritten ? (
        <p className="text-xs text-tertiary">Lines are shown as they were left; what they said before is in the source.</p>
      ) : null}
    </>
  );
}

function drawLine(runs: AnsiText['lines'][number], line: number) {
  return (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={line}>
      {line === 0 ? null : '\n'}
      {runs.map(drawRun)}
    </Fragment>
  );
}

function drawRun(run: AnsiRun, index: number) {
  if (run.kind === 'mark') {
    return (
      <span key={index} title="A control sequence: shown, not followed" className="rounded bg-inset px-0.5 text-xs text-tertiary">
        ⟨{visibleText(run.name)}⟩
      </span>
    );
  }
  const style = terminalStyle(run.style);
  return style === undefined ? visibleText(run.text) : <span key={index} style={style}>{visibleText(run.text)}</span>; // prettier-ignore
}

/** True when there is a difference between the source and what a terminal makes of it. */
function hasControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0007\b\u001b\u0090\u0098\u009b\u009d-\u009f]|\r(?!\r*\n)/.test(text);
}
