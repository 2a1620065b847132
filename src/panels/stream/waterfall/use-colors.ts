import { useMemo } from 'react';
import { EVENT_KINDS } from '#model/lane.ts';
import { preferencesStore } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { useMediaQuery } from '#ui/use-media-query.ts';
import type { Colors } from './picture.ts';

const TOKENS = [...EVENT_KINDS, 'line', 'text', 'secondary', 'tertiary', 'warning', 'accent'] as const;

/** The tokens of the theme as a canvas takes them, read again when the theme changes. */
export function useColors(): Colors {
  const { theme } = useStore(preferencesStore);
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isStrong = useMediaQuery('(prefers-contrast: more)');
  // What these three decide is read from the page.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(readColors, [theme, isDark, isStrong]);
}

function readColors(): Colors {
  const probe = document.createElement('span');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colors = TOKENS.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, style.color] as const;
  });
  probe.remove();
  // A record of the names that were just listed.
  return Object.fromEntries(colors) as Colors;
}
