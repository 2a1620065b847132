import { useEffect, useRef } from 'react';
import { preferencesStore } from '#state/preferences.ts';
import { backOut, COMMANDS, ITEM_KEYS, type CommandContext } from './commands.ts';
import { headerOf } from './item-focus.ts';

/** True where keys mean text, or where a widget has keys of its own. */
function hasItsOwnKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="tree"], [role="tablist"], [role="menu"], dialog') !== null;
}

/** Listens for the keys of `COMMANDS` as long as a response is in view. */
export function useShortcuts(context: CommandContext): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || hasItsOwnKeys(event.target))
        return;
      if (runKey(event.key, latest.current)) event.preventDefault();
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function runKey(key: string, context: CommandContext): boolean {
  if (key === 'Escape') return backOut();
  const isOnHeader = document.activeElement !== null && headerOf(document.activeElement) === document.activeElement;
  if (isOnHeader && Object.hasOwn(ITEM_KEYS, key)) return ITEM_KEYS[key]?.run() ?? false;
  if (!preferencesStore.get().singleKeys) return false;
  return COMMANDS.find(({ keys }) => keys.includes(key))?.run(context) ?? false;
}
