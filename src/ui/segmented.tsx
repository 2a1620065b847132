/** A small switch between two or three ways of showing the same thing. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <div role="group" aria-label={label} data-own-words className="inline-flex shrink-0 rounded-md border border-line bg-raised p-px">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="h-5 rounded px-2 text-xs text-secondary hover:text-text aria-pressed:bg-bg aria-pressed:font-medium aria-pressed:text-text aria-pressed:shadow-sm aria-pressed:ring-1 aria-pressed:ring-line-strong"
        >
          {option.title}
        </button>
      ))}
    </div>
  );
}
