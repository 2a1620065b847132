import { useEffect, useRef } from 'react';

/** The keys of find that are no single letters, so they cannot be switched off; the list of shortcuts shows these rows. */
export const FIND_KEYS: readonly { readonly title: string; readonly keyNames: readonly string[] }[] = [
  { title: 'Find in this tab; again: the browser’s own find', keyNames: ['Ctrl F'] },
  { title: 'Next match', keyNames: ['Enter', 'F3'] },
  { title: 'Previous match', keyNames: ['Shift Enter', 'Shift F3'] },
];

/** True for the modifier that commands have here: Command on a Mac, where Ctrl+F moves the caret, Ctrl elsewhere. */
function hasCommandKey(event: KeyboardEvent): boolean {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  return (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey;
}

/** Opens find with Ctrl/Command+F. In find's own field the key stays the browser's, so that a second press opens its find. */
export function useFindKey(open: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.key.toLowerCase() !== 'f' || event.shiftKey || !hasCommandKey(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      if ((target?.closest('[data-find-bar], dialog') ?? null) !== null) return;
      event.preventDefault();
      open();
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open]);
}

/** Closes find with Escape from anywhere on the page where the key means nothing nearer. */
export function useEscape(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const target = event.target instanceof Element ? event.target : null;
      const isTaken = (target?.closest('input, textarea, select, dialog, [role="menu"], [role="dialog"]') ?? null) !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) latest.current();
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Steps with F3 and Ctrl/Command+G, from anywhere on the page, while find is open. */
export function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isStep = event.key === 'F3' || (event.key.toLowerCase() === 'g' && hasCommandKey(event));
      if (event.defaultPrevented || !isStep) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [step]);
}
