import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FindQuery } from '#model/find.ts';

type FindBarProps = {
  readonly query: FindQuery;
  readonly onQuery: (query: FindQuery) => void;
  /** "3 of 57". */
  readonly count: string;
  readonly isMissed: boolean;
  readonly canStep: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** The field gets the focus, its text selected, each time this grows. */
  readonly asked: number;
  /** What there is to say of the query or of the match: what is wrong, where it is. */
  readonly children?: ReactNode;
};

/** The bar of find as browser DevTools have it: over the content, so that nothing moves when it comes and goes. */
export function FindBar({ query, onQuery, count, isMissed, canStep, onStep, onClose, asked, children }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [asked]);
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // Keys of the controls inside, which all take the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="search"
      aria-label="Find in this tab"
      data-find-bar
      onKeyDown={press}
      className="absolute top-full right-2 z-30 mt-1 w-[27rem] max-w-[calc(100%-1rem)] rounded-md border border-line-strong bg-bg p-1 shadow-lg"
    >
      <div className="flex min-w-0 items-center gap-0.5">
        <div className="flex min-w-0 flex-1 items-center rounded border border-line-strong bg-bg focus-within:border-accent">
          <input
            ref={field}
            type="text"
            aria-label="Find"
            placeholder="Find"
            value={query.text}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            onChange={(event) => onQuery({ ...query, text: event.target.value })}
            className="h-6 min-w-0 flex-1 bg-transparent px-1.5 font-mono text-sm text-text outline-none placeholder:font-sans placeholder:text-tertiary"
          />
          <span
            aria-live="polite"
            className={`shrink-0 px-1.5 text-sm whitespace-nowrap tabular-nums ${isMissed ? 'text-error' : 'text-secondary'}`}
          >
            {count}
          </span>
        </div>
        <Toggle label="Match case" isOn={query.matchesCase} onChange={(matchesCase) => onQuery({ ...query, matchesCase })}>
          Aa
        </Toggle>
        <Toggle label="Use regex" isOn={query.isRegex} onChange={(isRegex) => onQuery({ ...query, isRegex })}>
          .*
        </Toggle>
        <IconButton label="Previous match" hint="Shift+Enter" isDisabled={!canStep} onPress={() => onStep(-1)}>
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton label="Next match" hint="Enter" isDisabled={!canStep} onPress={() => onStep(1)}>
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <IconButton label="Close find" hint="Esc" onPress={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {children}
    </div>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: string;
};

function Toggle({ label, isOn, onChange, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className="h-6 min-w-6 shrink-0 rounded border border-transparent px-1 font-mono text-sm text-secondary hover:bg-inset aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-text"
    >
      {children}
    </button>
  );
}

type IconButtonProps = {
  readonly label: string;
  readonly hint: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function IconButton({ label, hint, isDisabled = false, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={`${label} (${hint})`}
      // Not `disabled`: the focus would be lost when the last match goes.
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onPress();
      }}
      className="inline-flex h-6 w-6 shrink-0 items-center justify-center rounded text-secondary hover:bg-inset hover:text-text aria-disabled:opacity-40"
    >
      {children}
    </button>
  );
}
