import { preferencesStore, type Theme } from './preferences.ts';

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) meta.media = mediaFor(meta, theme);
}

/** The page has one colour for the window's frame per scheme; which one counts is told by its `media`. */
function mediaFor({ dataset, media }: HTMLMetaElement, theme: Theme): string {
  const own = (dataset['media'] ??= media);
  if (theme === 'system') return own;
  return own.includes(theme) ? 'all' : 'not all';
}

/** Shows the chosen theme now and whenever it changes. */
export function startTheme(): void {
  apply(preferencesStore.get().theme);
  preferencesStore.subscribe(() => apply(preferencesStore.get().theme));
}
