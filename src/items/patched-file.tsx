import { visibleLine } from '#base/visible-text.ts';
import { CopyButton } from '#ui/copy-button.tsx';

/** The path of a file: its folder quiet, its name strong. */
export function FilePath({ path }: { readonly path: string }) {
  const shown = visibleLine(path);
  const nameAt = shown.lastIndexOf('/') + 1;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1">
      <code className="min-w-0 font-mono text-sm wrap-anywhere">
        <span className="text-secondary">{shown.slice(0, nameAt)}</span>
        <span className="font-semibold">{shown === '' ? '(empty path)' : shown.slice(nameAt)}</span>
      </code>
      {path === '' ? null : <CopyButton text={path} label="Copy path" iconOnly />}
    </span>
  );
}
