import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Exchange } from '#protocol/exchange.ts';
import type { Recording } from '#model/recording.ts';
import { goTo } from '#state/address.ts';
import type { UrlState, View } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { TabList } from '#ui/tabs.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { PANELS, type PanelInput } from './panel-list.tsx';
import { ResponseBanners } from './response-banners.tsx';

type ResponseViewProps = {
  readonly recording: Recording;
  readonly exchanges: readonly Exchange[];
  readonly url: UrlState;
  /** Unix milliseconds since when we wait for the response to end; null when we do not. */
  readonly waitingSince: number | null;
};

/** A response that is there: overview, tabs, and the tab in view. The same for a retrieved one and one from a file. */
export function ResponseView({ recording, exchanges, url, waitingSince }: ResponseViewProps) {
  const [expansion, setExpansion] = useState<PanelInput['expansion']>(null);
  const tabs = PANELS.map(({ view, title, count }) => ({ id: view, title, ...(count === undefined ? {} : { count: count(recording) }) }));
  function select(view: View) {
    setExpansion(null);
    goTo({ ...url, view }, 'push');
  }
  function expand(to: 'all' | 'none') {
    setExpansion((last) => ({ to, count: (last?.count ?? 0) + 1 }));
  }
  const row = PANELS.find(({ view }) => view === url.view);
  return (
    <>
      <OverviewStrip recording={recording} waitingSince={waitingSince} url={url} />
      <ResponseBanners recording={recording} />
      <div className="sticky top-0 z-20 flex shrink-0 flex-wrap items-center justify-between gap-x-4 border-b border-line bg-raised pr-2 lg:static">
        <TabList label="Views of the response" tabs={tabs} selected={url.view} onSelect={select} panelId="view" />
        <div className="flex items-center gap-1">
          <Button look="quiet" size="small" onClick={() => expand('all')}>
            <ChevronsUpDown size={13} aria-hidden />
            Expand all
          </Button>
          <Button look="quiet" size="small" onClick={() => expand('none')}>
            <ChevronsDownUp size={13} aria-hidden />
            Collapse all
          </Button>
        </div>
      </div>
      <div role="tabpanel" id="view" aria-labelledby={`tab-${url.view}`} className="min-h-0 min-w-0 flex-1 lg:overflow-y-auto">
        <ErrorBoundary what={`The ${row?.title ?? ''} tab`} resetKey={row}>
          <Suspense fallback={<p className="p-4 text-secondary">Loading the view…</p>}>
            {row === undefined ? null : (
              <row.Panel key={row.view} recording={recording} exchanges={exchanges} expansion={expansion} url={url} />
            )}
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  );
}
