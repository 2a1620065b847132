import { visibleLine } from '#base/visible-text.ts';
import { CopyButton } from '#ui/copy-button.tsx';

type IdTextProps = { readonly name: string; readonly id: string; readonly isCopied?: boolean; readonly dataPath?: string | undefined };

/** A word of the wire, with its name before it; an ID has a copy button behind it. */
export function IdText({ name, id, isCopied = true, dataPath }: IdTextProps) {
  return (
    <span data-path={dataPath} className="inline-flex max-w-full min-w-0 items-center gap-1 text-sm">
      <span className="shrink-0 text-tertiary">{name}</span>
      <code className="min-w-0 font-mono text-secondary wrap-anywhere">{id === '' ? '(empty)' : visibleLine(id)}</code>
      {id === '' || !isCopied ? null : <CopyButton text={id} label={`Copy ${name}`} iconOnly />}
    </span>
  );
}
