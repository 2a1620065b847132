import { visibleLine } from '#base/visible-text.ts';
import { CopyButton } from '#ui/copy-button.tsx';

/** An ID as data, with its name before it and a copy button behind it. */
export function IdText({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1 text-sm">
      <span className="shrink-0 text-tertiary">{name}</span>
      <code className="min-w-0 font-mono text-secondary wrap-anywhere">{id === '' ? '(empty)' : visibleLine(id)}</code>
      {id === '' ? null : <CopyButton text={id} label={`Copy ${name}`} iconOnly />}
    </span>
  );
}
