import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { INPUT_LOOK } from './field.tsx';

export type Suggestion = {
  /** Stands in the list; also tells suggestions apart. */
  readonly label: string;
  /** What it means, in a few words. */
  readonly note: string;
  /** The text of the field once it is taken, and where the caret stands then. */
  readonly value: string;
  readonly caret: number;
};

type SuggestInputProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What could stand where the caret is, the likeliest first. */
  readonly suggest: (value: string, caret: number) => readonly Suggestion[];
  readonly isInvalid: boolean;
  /** The `id` of what says what is wrong. */
  readonly describedBy: string | undefined;
  /** Inside the field, at its end. */
  readonly children?: ReactNode;
};

const LIST_KEYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A text field that suggests how to go on, as a combo box: arrows choose, Enter and Tab take, Esc closes. What is typed is never changed by itself. */
export function SuggestInput({ label, placeholder, value, onChange, suggest, isInvalid, describedBy, children }: SuggestInputProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const suggestions = caret === null ? [] : suggest(value, caret);
  const isOpen = suggestions.length > 0;
  const chosen = suggestions[active];

  function show(at: number | null) {
    setCaret(at);
    setActive(-1);
  }
  /** Between words nothing is suggested until it is asked for. */
  function showBehindWord(text: string, at: number) {
    show(/\S$/.test(text.slice(0, at)) ? at : null);
  }
  function take(suggestion: Suggestion) {
    onChange(suggestion.value);
    showBehindWord(suggestion.value, suggestion.caret);
    // The caret can stand there once the text does.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(suggestion.caret, suggestion.caret);
    });
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = LIST_KEYS[event.key];
    if (step !== undefined) {
      if (isOpen) setActive((at) => stepped(at, step, suggestions.length));
      else show(event.currentTarget.selectionStart);
    } else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && chosen !== undefined) take(chosen);
    else if (event.key === 'Enter' && isOpen) show(null);
    else if (event.key === 'Escape' && isOpen) show(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="relative min-w-0 flex-1">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          showBehindWord(target.value, target.selectionStart ?? target.value.length);
        }}
        onKeyDown={press}
        onBlur={() => show(null)}
        className={`${INPUT_LOOK} h-7 pr-28 font-mono text-sm aria-invalid:border-warning`}
      />
      {children}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={`Suggestions for ${label}`}
        hidden={!isOpen}
        className="absolute top-full left-0 z-30 mt-1 max-h-80 w-[min(30rem,100%)] overflow-y-auto rounded-md border border-line-strong bg-bg p-1 shadow-lg"
      >
        {suggestions.map((suggestion, index) => (
          // Options are chosen by the keys of the field.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={suggestion.label}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
            className="flex cursor-default items-baseline gap-3 rounded px-2 py-0.5 text-sm hover:bg-inset aria-selected:bg-selected"
          >
            <span className="min-w-0 truncate font-mono">{suggestion.label}</span>
            <span className="ml-auto shrink-0 text-secondary">{suggestion.note}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The option after one, and from the last one none: the field itself. -1 is none. */
function stepped(at: number, step: number, count: number): number {
  return ((at + 1 + step + count + 1) % (count + 1)) - 1;
}
