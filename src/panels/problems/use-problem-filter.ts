import { useEffect, useState } from 'react';
import { findKeys } from '#base/secret-shape.ts';
import { goTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';

/** What is typed reaches the link so much later, in milliseconds. */
const BEFORE_WRITING = 500;

/** The filter of the list, and what changes it: typed here, or asked for by the link. Who comes back to the tab sees everything again. */
export function useProblemFilter(url: UrlState): readonly [string, (text: string) => void] {
  const [text, setText] = useState(url.q ?? '');
  const [seen, setSeen] = useState(url.q);
  if (url.view === 'problems' && url.q !== seen) {
    setSeen(url.q);
    if (url.q !== inLink(text)) setText(url.q ?? '');
  }
  useEffect(() => {
    const q = inLink(text);
    if (url.view !== 'problems' || q === url.q) return undefined;
    const timer = setTimeout(() => goTo({ ...url, q }, 'replace'), BEFORE_WRITING);
    return () => clearTimeout(timer);
  }, [text, url]);
  return [text, setText];
}

/** A filter as a link has it: a key that was pasted by mistake never gets there. */
function inLink(text: string): string | null {
  return text.trim() === '' || findKeys(text).length > 0 ? null : text.trim();
}
