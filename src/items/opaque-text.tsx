import { Lock } from 'lucide-react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { LongText } from '#ui/long-text.tsx';

/** Content that only the server can read, as its size; or the text itself where a server sent plain words under that name. */
export function OpaqueText({ text, label }: { readonly text: string; readonly label: string }) {
  if (isReadable(text)) {
    return (
      <div className="min-w-0">
        <p className="mb-1 text-sm text-secondary">
          <code className="font-mono">{label}</code> holds plain text: this server does not encrypt it.
        </p>
        <LongText text={text} />
      </div>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-secondary">
      <Lock size={13} aria-hidden className="shrink-0" />
      <code className="font-mono">{label}</code>
      <span>{formatBytes(utf8Length(text))}, encrypted: it can be sent back to the server, but not read here</span>
      <CopyButton text={text} label={`Copy ${label}`} iconOnly />
    </p>
  );
}

/** True for words: something encrypted has no spaces. */
export function isReadable(text: string): boolean {
  return (text.slice(0, 2_000).match(/\S\s+(?=\S)/g)?.length ?? 0) > Math.min(text.length, 2_000) / 30;
}
