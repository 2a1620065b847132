import { X } from 'lucide-react';
import { useState } from 'react';
import { formatAgo } from '#base/format-time.ts';
import { formatCount } from '#base/format-number.ts';
import { forgetAllConnections } from '#state/connections.ts';
import { forgetHistory, forgetOpened, historyStore, searchHistory, type HistoryEntry } from '#state/history.ts';
import { forgetAllSecrets } from '#state/keys.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { parseUrlState } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';
import { Button } from '#ui/button.tsx';
import { TextInput } from '#ui/field.tsx';
import { statusLook } from './response-status.ts';
import { TextLink } from './text-link.tsx';

const FIRST_SHOWN = 8;

/** What was opened in this browser: searchable, removable, and off with one switch. */
export function HistoryList() {
  const entries = useStore(historyStore);
  const { keepHistory } = useStore(preferencesStore);
  const [query, setQuery] = useState('');
  const [areAllShown, setAllShown] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const found = searchHistory(entries, query);
  const shown = areAllShown ? found : found.slice(0, FIRST_SHOWN);
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">Recent</h2>
        {entries.length > 3 ? (
          <TextInput
            aria-label="Search what was opened"
            placeholder="Search"
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="h-7 max-w-52"
          />
        ) : null}
        <KeepSwitch keepHistory={keepHistory} hasEntries={entries.length > 0} />
      </div>
      {shown.length === 0 ? (
        <p className="text-secondary">{emptyText(keepHistory, query, entries.length)}</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {shown.map((entry) => (
            <HistoryRow key={entry.link} entry={entry} now={openedAt} />
          ))}
        </ul>
      )}
      {found.length > shown.length ? (
        <div>
          <Button look="quiet" size="small" onClick={() => setAllShown(true)}>
            Show all {found.length}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function emptyText(keepHistory: boolean, query: string, count: number): string {
  if (query !== '' && count > 0) return 'Nothing that was opened fits this search.';
  return keepHistory
    ? 'What you open is listed here. It stays in this browser.'
    : 'Nothing is kept: what you open leaves no trace in this browser.';
}

function KeepSwitch({ keepHistory, hasEntries }: { readonly keepHistory: boolean; readonly hasEntries: boolean }) {
  async function forgetEverything() {
    forgetAllSecrets();
    const askedAt = Date.now();
    const { forgetRecordings } = await import('#state/kept-recordings.ts');
    const { forgetStreams } = await import('#state/live/kept-streams.ts');
    await Promise.all([forgetRecordings(askedAt), forgetStreams()]);
    forgetAllConnections();
    forgetHistory();
  }
  function keepNothing(isOn: boolean) {
    setPreference('keepHistory', !isOn);
    if (isOn) void forgetEverything();
  }
  return (
    <div className="ml-auto flex items-center gap-2 text-sm text-secondary">
      {hasEntries ? (
        <Button
          look="quiet"
          size="small"
          title="Forgets the list, opened files, received streams, connections and keys of this browser"
          onClick={() => void forgetEverything()}
        >
          Forget all
        </Button>
      ) : null}
      <label
        className="flex items-center gap-1.5"
        title="Neither this list, nor opened files, nor received streams, nor connections are written to this browser"
      >
        <input type="checkbox" checked={!keepHistory} onChange={(event) => keepNothing(event.target.checked)} className="accent-accent" />
        Keep nothing
      </label>
    </div>
  );
}

/** Takes an entry away, and with it what was kept of it on disk: first that, so that an entry that is gone leaves nothing behind. */
async function forget({ link, responseId }: HistoryEntry): Promise<void> {
  const hash = /^\/recordings\/([0-9a-f]+)/.exec(link)?.[1];
  if (hash !== undefined) {
    const { forgetRecording } = await import('#state/kept-recordings.ts');
    await forgetRecording(hash);
  } else {
    const { forgetStreams } = await import('#state/live/kept-streams.ts');
    await forgetStreams(responseId);
  }
  forgetOpened(link);
}

function HistoryRow({ entry, now }: { readonly entry: HistoryEntry; readonly now: number }) {
  const [path = '/', search = ''] = entry.link.split(/(?=\?)(.*)/s);
  const { tone, icon: Icon, words } = statusLook(entry.status);
  const ink = {
    good: 'text-good',
    warning: 'text-warning',
    error: 'text-error',
    accent: 'text-accent',
    neutral: 'text-tertiary',
    family: '',
  }[tone];
  const facts = [entry.model, entry.tokens === null ? null : formatCount(entry.tokens, 'token'), formatAgo(entry.openedAt, now)].filter(
    (fact) => fact !== null,
  );
  return (
    <li className="flex min-w-0 items-center hover:bg-raised">
      <TextLink to={parseUrlState(path, search)} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 px-2 py-1 text-text">
        <Icon size={14} aria-label={words} className={`shrink-0 ${ink}`} />
        <code className="max-w-40 truncate font-mono text-sm">{entry.responseId}</code>
        <span className="min-w-24 flex-1 truncate">{entry.title}</span>
        <span className="text-sm text-tertiary">{facts.join(' · ')}</span>
      </TextLink>
      <button
        type="button"
        aria-label={`Forget ${entry.responseId}`}
        title="Forget this"
        onClick={() => void forget(entry)}
        className="mr-1 inline-flex size-6 shrink-0 items-center justify-center rounded text-tertiary hover:bg-inset hover:text-text"
      >
        <X size={13} aria-hidden />
      </button>
    </li>
  );
}
