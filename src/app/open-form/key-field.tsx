import { useEffect, useId, useRef } from 'react';
import { INPUT_LOOK } from '#ui/field.tsx';

type KeyFieldProps = {
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly placeholder: string;
  /** Where the key will be sent, said beside the label: this is the consent. */
  readonly destination: string;
  readonly isLabelHidden?: boolean;
};

/**
 * The field for the key. React would mirror a controlled value into the `value` attribute, where anything that reads the
 * page's HTML finds it; so the value is set as a property and never becomes part of the DOM's text.
 */
export function KeyField({ value, onChange, placeholder, destination, isLabelHidden = false }: KeyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null && input.current.value !== value) input.current.value = value;
  }, [value]);
  return (
    <div className="min-w-0">
      <div className={isLabelHidden ? 'sr-only' : 'mb-1 flex flex-wrap items-baseline gap-x-2'}>
        <label htmlFor={id} className="text-sm text-secondary">
          API key
        </label>
        <span className="text-sm text-tertiary">{destination}</span>
      </div>
      <div className="relative">
        <input
          ref={input}
          id={id}
          data-field="key"
          type="password"
          autoComplete="off"
          data-1p-ignore
          data-lpignore="true"
          spellCheck={false}
          placeholder={placeholder}
          title={destination}
          onInput={(event) => onChange(event.currentTarget.value)}
          className={`${INPUT_LOOK} pr-16 font-mono`}
        />
        {value.length >= 16 ? (
          <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center font-mono text-sm text-secondary">
            …{value.slice(-4)}
          </span>
        ) : null}
      </div>
    </div>
  );
}
