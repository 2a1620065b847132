import { Link } from 'lucide-react';
import { useState } from 'react';
import { linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { copyText } from '#ui/copy-text.ts';

/** Copies the link of what is looked at, and says what the reader of it needs. */
export function CopyLinkButton({ url }: { readonly url: UrlState }) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    const isCopied = await copyText(linkTo(url));
    setSaid(isCopied ? `Link copied. ${needsOf(url)}` : 'The browser refused to copy. The address bar has the same link.');
  }
  return (
    <div className="relative">
      <Button
        look="quiet"
        onClick={() => void copy()}
        onBlur={() => setSaid(null)}
        title="Copy a link to what you see"
        className="max-sm:px-2"
      >
        <Link size={14} aria-hidden />
        <span className="max-sm:sr-only">Copy link</span>
      </Button>
      <p
        aria-live="polite"
        className={
          said === null
            ? 'sr-only'
            : 'absolute top-full right-0 z-40 mt-1 w-72 rounded-md border border-line-strong bg-bg p-2.5 text-sm shadow-lg'
        }
      >
        {said}
      </p>
    </div>
  );
}

function needsOf({ place }: UrlState): string {
  if (place.kind === 'recording') return 'It works only in this browser: the file itself is not in the link.';
  if (place.kind === 'response' && place.baseUrl?.startsWith('/sample/') === true) return 'It opens the sample; no key is needed.';
  return 'It holds no key: the reader needs a key of their own that may see this response.';
}
