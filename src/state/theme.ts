import { preferencesStore, type Theme } from './preferences.ts';

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows the chosen theme now and whenever it changes. */
export function startTheme(): void {
  apply(preferencesStore.get().theme);
  preferencesStore.subscribe(() => apply(preferencesStore.get().theme));
}
