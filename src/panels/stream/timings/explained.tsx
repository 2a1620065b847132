import { useId, type ReactNode } from 'react';

type ExplainedProps = {
  /** What is explained. */
  readonly name: string;
  /** How it was measured, in sentences. */
  readonly how: string;
  readonly onTell: (words: string) => void;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Something measured: pointing at it, pressing it or moving to it tells how. */
export function Explained({ name, how, onTell, className = '', children }: ExplainedProps) {
  const id = useId();
  const tell = () => onTell(`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${how}`);
  return (
    <>
      <button
        type="button"
        aria-describedby={id}
        onMouseEnter={tell}
        onFocus={tell}
        onClick={tell}
        className={`min-w-0 cursor-help text-left ${className}`}
      >
        {children}
      </button>
      <span id={id} className="sr-only">
        {how}
      </span>
    </>
  );
}
