import { preferencesStore, setPreference } from './preferences.ts';
import { useStore } from './use-store.ts';

/** The width that the reader gave the rail of items, in pixels; 0 is closed. One for all tabs, kept in this browser. */
export function useRailSize(): { readonly width: number; readonly onResize: (width: number) => void } {
  const { railWidth } = useStore(preferencesStore);
  return { width: railWidth, onResize: setRailWidth };
}

function setRailWidth(width: number): void {
  setPreference('railWidth', width);
}
