import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { preferencesStore, setPreference, type Theme } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { HOME } from '#state/url-state.ts';
import { OpenFileButton } from './open-file-button.tsx';
import { TextLink } from './text-link.tsx';

type TopBarProps = {
  /** What the page puts in the middle; a row of its own where the screen is narrow. */
  readonly children?: ReactNode;
  /** The page's own tools, in front of those that are always at hand. */
  readonly tools?: ReactNode;
};

/** The line at the top of every page. */
export function TopBar({ children, tools }: TopBarProps) {
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line bg-raised px-3 py-1.5">
      <Brand />
      {children === undefined ? (
        <p className="leading-8 text-secondary max-sm:hidden">DevTools for the Responses API</p>
      ) : (
        <div className="min-w-0 flex-1 max-lg:order-last max-lg:basis-full">{children}</div>
      )}
      <div className="ml-auto flex items-center gap-0.5">
        {tools}
        <OpenFileButton />
        <ThemeButton />
      </div>
    </header>
  );
}

function Brand() {
  return (
    <TextLink to={HOME} title="Open another response" className="flex h-8 items-center gap-1.5 rounded font-semibold text-text">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden className="text-accent">
        <path d="M8 1 15 8 8 15 1 8Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
        <path d="m8 5 3 3-3 3-3-3Z" fill="currentColor" />
      </svg>
      Responses
    </TextLink>
  );
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const THEME_WORDS: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

function ThemeButton() {
  const { theme } = useStore(preferencesStore);
  const Icon = THEME_ICONS[theme];
  const label = `Theme: ${THEME_WORDS[theme]}`;
  return (
    <button
      type="button"
      title={`${label}. Press for ${THEME_WORDS[NEXT_THEME[theme]]}.`}
      aria-label={label}
      onClick={() => setPreference('theme', NEXT_THEME[theme])}
      className="inline-flex size-8 items-center justify-center rounded-md text-secondary hover:bg-inset hover:text-text"
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
