import type { ReactNode } from 'react';
import { visibleLine, visibleText } from '#base/visible-text.ts';
import { CopyButton } from './copy-button.tsx';
import { useHighlight } from './highlight.ts';
import { LongText } from './long-text.tsx';
import { TerminalText } from './terminal-text.tsx';

/** A window of a terminal: commands and what came of them, one under the other. */
export function Terminal({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol aria-label={label} className="min-w-0 divide-y divide-line rounded-md border border-line bg-raised">
      {children}
    </ol>
  );
}

export function TerminalEntry({ dataPath, children }: { readonly dataPath?: string | undefined; readonly children: ReactNode }) {
  return (
    <li data-path={dataPath} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1 px-2.5 py-1.5">
      {children}
    </li>
  );
}

type TerminalCommandProps = {
  readonly command: string;
  /** What is copied where that is not the command as it is shown. */
  readonly copy?: string;
  /** What stands before the prompt sign: a user, a folder. */
  readonly place?: string;
  /** What is known about it in a word, at the right: an exit code, a jump. */
  readonly children?: ReactNode;
};

/** The prompt and what was typed. The prompt is not part of what is selected and copied. */
export function TerminalCommand({ command, copy = command, place = '', children }: TerminalCommandProps) {
  return (
    <div className="group/command flex min-w-0 flex-wrap items-start gap-x-2">
      <span className="shrink-0 font-mono text-sm select-none">
        <span className="text-secondary">{visibleLine(place)}</span>
        <span aria-hidden className="font-semibold text-family">
          {place === '' ? '' : ' '}$
        </span>
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <LongText text={command}>{(shown) => <CommandText command={shown} />}</LongText>
      </div>
      {children}
      <span className="-my-0.5 shrink-0 opacity-0 group-focus-within/command:opacity-100 group-hover/command:opacity-100 pointer-coarse:opacity-100">
        <CopyButton text={copy} label="Copy command" iconOnly />
      </span>
    </div>
  );
}

function CommandText({ command }: { readonly command: string }) {
  const lines = useHighlight(command, 'sh');
  return (
    <code dir="ltr" className="block font-mono text-sm font-medium wrap-anywhere whitespace-pre-wrap">
      {command === '' ? <span className="font-normal text-tertiary">(an empty command)</span> : null}
      {lines === null
        ? visibleText(command)
        : lines.flatMap((tokens, line) => [
            line === 0 ? '' : '\n',
            ...tokens.map(({ content, color }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={`${line} ${index}`} style={color === null ? undefined : { color }}>
                {visibleText(content)}
              </span>
            )),
          ])}
    </code>
  );
}

type TerminalStreamProps = { readonly name: 'stdout' | 'stderr'; readonly text: string; readonly label: string };

/** One of the two streams of a command. Errors have a bar and their name beside them: colour alone tells nothing. */
export function TerminalStream({ name, text, label }: TerminalStreamProps) {
  if (text === '') return null;
  if (name === 'stdout') return <TerminalText text={text} label={label} />;
  return (
    <div className="min-w-0 border-l-2 border-error pl-2">
      <TerminalText text={text} label={label} heading={<span className="text-xs font-medium text-error">stderr</span>} />
    </div>
  );
}
