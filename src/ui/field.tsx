import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react';

export const INPUT_LOOK =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-bg px-2 text-text focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0';

type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A label over its control. The hint stands beside the label and is not part of the control's name. */
export function Field({ label, hint, isLabelHidden = false, className = '', children }: FieldProps) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label className="block min-w-0">
        <span className={isLabelHidden ? 'sr-only' : 'mb-1 inline-block text-sm text-secondary'}>{label}</span>
        {hint === undefined ? null : (
          <span aria-hidden className="ml-2 text-sm text-tertiary">
            {hint}
          </span>
        )}
        {children}
      </label>
    </div>
  );
}

export function TextInput({ className = '', ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <input type="text" autoComplete="off" autoCapitalize="off" spellCheck={false} className={`${INPUT_LOOK} ${className}`} {...rest} />
  );
}

export function Select({ className = '', ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select className={`${INPUT_LOOK} ${className}`} {...rest} />;
}
