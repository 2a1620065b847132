import { ChevronsDownUp, ChevronsUpDown, Keyboard } from 'lucide-react';
import { Activity, lazy, Suspense, useState, type ReactNode } from 'react';
import type { Exchange } from '#protocol/exchange.ts';
import { worstOf, type ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Recording } from '#model/recording.ts';
import { goTo } from '#state/address.ts';
import { withView, type UrlState, type View } from '#state/url-state.ts';
import { useInputCount } from '#state/use-input-items.ts';
import { ItemProblemsContext } from '#items/item-problems.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { PlaceActionsContext } from '#ui/place-actions.tsx';
import { SoughtContext } from '#ui/sought.ts';
import { TabList, type Tab } from '#ui/tabs.tsx';
import { TreeOpeningContext } from '#ui/tree-opening.ts';
import { FieldsMeter } from './fields-meter.tsx';
import { Held } from './held.tsx';
import { RequestedMenu } from './context-menu/requested-menu.tsx';
import { usePlaceMenu } from './context-menu/use-place-menu.ts';
import { FindButton } from './find/find-button.tsx';
import { useFindKey } from './find/find-keys.ts';
import { useFindControl } from './find/use-find-control.ts';
import type { Progress } from './overview-badge.tsx';
import { AsOfNote } from './as-of.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { PANELS, type PanelInput } from './panel-list.tsx';
import { RailButton } from './rail-button.tsx';
import { ResponseBanners } from './response-banners.tsx';
import { CompareToggle } from './scrubber/compare-toggle.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { trackTabsHeight } from './track-tabs-height.ts';
import { useReveals } from './use-reveals.ts';
import { useComparison } from './use-comparison.ts';
import { useItemProblems } from './use-item-problems.ts';
import { useProblems } from './use-problems.ts';
import { useShownFields } from './use-shown-fields.ts';
import { useShownState } from './use-shown-state.ts';
import { useViewFocus } from './use-view-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';

const Scrubber = lazy(async () => ({ default: (await import('./scrubber/scrubber.tsx')).Scrubber }));
const FindInView = lazy(async () => ({ default: (await import('./find/find-in-view.tsx')).FindInView }));

type ResponseViewProps = {
  readonly recording: Recording;
  /** True while more of it is expected. */
  readonly isLive?: boolean;
  readonly exchanges: readonly Exchange[];
  readonly url: UrlState;
  /** What goes on with it; null where nothing does. */
  readonly progress?: Progress | null;
  /** What the page has to say about how it came here. */
  readonly notices?: ReactNode;
  /** What can be done with the response itself. */
  readonly actions?: ReactNode;
  /** Where the status bar has room for what is said of the response; null until that is there. */
  readonly statusSlot: Element | null;
};

/** A response that is there: overview, tabs, and the tab in view. The same for a retrieved one and one from a file. */
export function ResponseView({
  recording,
  isLive = false,
  exchanges,
  url: link,
  progress = null,
  notices,
  actions,
  statusSlot,
}: ResponseViewProps) {
  const panels = PANELS.filter(({ isThere }) => isThere?.(recording) !== false);
  const isThere = panels.some(({ view }) => view === link.view);
  const url = isThere ? link : withView(link, 'output');
  // A tab that was looked at stays as the reader left it: what is open, and how far it is scrolled.
  const [visited, setVisited] = useState<readonly View[]>([url.view]);
  if (!visited.includes(url.view)) setVisited([...visited, url.view]);
  const [expansions, setExpansions] = useState<Readonly<Partial<Record<View, PanelInput['expansion']>>>>({});
  const inputCount = useInputCount(recording);
  const { travel, slowed, end, shown, slowedShown, isPast, isShownLive } = useShownState(recording, isLive, url);
  const comparison = useComparison(recording);
  const problems = useProblems(slowed, isLive, comparison?.state.kind === 'done' ? comparison.state.response : null);
  const itemProblems = useItemProblems(problems, recording, url);
  const tabs = panels.map(({ view, title, count, isWhole = false }) => ({
    id: view,
    title,
    count: count === undefined ? undefined : (count({ recording: isWhole ? recording : shown, inputCount, problems }) ?? null),
    mark: markOf(view, problems),
  }));
  function select(view: View) {
    goTo(withView(url, view), 'push');
  }
  function expand(to: 'all' | 'none') {
    setExpansions((last) => ({ ...last, [url.view]: { to, count: (last[url.view]?.count ?? 0) + 1 } }));
  }
  const { panelEvents, openMenu, request } = usePlaceMenu();
  const find = useFindControl();
  const { reveals, show, placeActionsOf } = useReveals({ url, response: shown.response, openMenu, soughtIn: find.soughtIn });
  const [drawerIn, setDrawerIn] = useState<View | null>(null);
  if (drawerIn !== null && drawerIn !== url.view) setDrawerIn(null);
  const itemCount =
    PANELS.find(({ view }) => view === url.view)?.hasRail === true ? (tabs.find(({ id }) => id === url.view)?.count ?? 0) : 0;
  const focusEvents = useViewFocus(url.view);
  const fields = useShownFields(shown, slowedShown);
  function openEverything() {
    setVisited((last) => [...new Set([...last, ...FIELD_VIEWS])]);
    setExpansions((last) => ({
      ...last,
      ...Object.fromEntries(FIELD_VIEWS.map((view) => [view, { to: 'all', count: (last[view]?.count ?? 0) + 1 }])),
    }));
    fields.openTrees();
  }
  const [isComparing, setComparing] = useState(false);
  const hasEvents = recording.kind === 'stream' && recording.length > 0;
  const cursor = isPast ? (travel?.event ?? null) : null;
  const asOf = recording.kind === 'stream' && cursor !== null ? { event: cursor, total: recording.length } : null;
  const isViewWhole = PANELS.find(({ view }) => view === url.view)?.isWhole === true;
  function versionFor({ isWhole = false, showsFields = false, everyFrame = false }: (typeof PANELS)[number]): Recording {
    if (isWhole) return everyFrame ? recording : slowed;
    if (showsFields) return everyFrame ? fields.recording : fields.slowed;
    return everyFrame ? shown : slowedShown;
  }
  useFindKey(find.open);
  const [areShortcutsShown, setShortcutsShown] = useState(false);
  useShortcuts({ url, expand, showShortcuts: () => setShortcutsShown(true), openFind: find.open, travel: hasEvents ? travel : null });
  return (
    <>
      <ShortcutsDialog isOpen={areShortcutsShown} onClose={() => setShortcutsShown(false)} />
      <OverviewStrip recording={shown} progress={isPast ? null : progress} url={url} asOf={asOf} actions={actions} />
      <ResponseBanners recording={shown} progress={progress}>
        {notices}
        {isThere ? null : <Banner kind="info" title="This response came whole, so there is no stream to show. Output is shown." />}
      </ResponseBanners>
      <div
        ref={trackTabsHeight}
        className="sticky top-0 z-20 flex shrink-0 flex-wrap items-center justify-between gap-x-4 border-b border-line bg-raised pr-2 lg:relative"
      >
        <TabList label="Views of the response" tabs={tabs} selected={url.view} onSelect={select} panelId={`view-${url.view}`} />
        <div className="flex items-center gap-1">
          {itemCount < 2 ? null : <RailButton count={itemCount} onOpenDrawer={() => setDrawerIn(url.view)} />}
          <Button
            look="quiet"
            size="small"
            aria-label="Keyboard shortcuts"
            title="Keyboard shortcuts (?)"
            onClick={() => setShortcutsShown(true)}
            className="max-md:hidden"
          >
            <Keyboard size={14} aria-hidden />
          </Button>
          <Button look="quiet" size="small" title="Expand all" onClick={() => expand('all')}>
            <ChevronsUpDown size={13} aria-hidden />
            <span className="max-lg:sr-only">Expand all</span>
          </Button>
          <Button look="quiet" size="small" title="Collapse all" onClick={() => expand('none')}>
            <ChevronsDownUp size={13} aria-hidden />
            <span className="max-lg:sr-only">Collapse all</span>
          </Button>
          <FindButton isOpen={find.isOpen} onOpen={find.open} />
        </div>
        {find.isOpen ? (
          <Suspense fallback={null}>
            <FindInView url={url} recording={isViewWhole ? slowed : slowedShown} control={find} onShow={show} />
          </Suspense>
        ) : null}
        {hasEvents && travel !== null ? (
          <Suspense fallback={<div className="h-8 basis-full border-t border-line" />}>
            <Scrubber recording={recording} isLive={isLive} travel={travel}>
              {url.view === 'output' ? <CompareToggle isOn={isComparing} isPast={isPast} isLive={isLive} onChange={setComparing} /> : null}
            </Scrubber>
          </Suspense>
        ) : null}
      </div>
      {panels
        .filter(({ view }) => visited.includes(view))
        .map((row) => ({ row, ...row }))
        .map(({ row, view, title, showsFields = false, isWhole = false, Panel }) => (
          <div
            key={view}
            role="tabpanel"
            id={`view-${view}`}
            aria-labelledby={`tab-${view}`}
            {...panelEvents}
            {...focusEvents}
            hidden={view !== url.view}
            className="relative min-h-0 min-w-0 flex-1 lg:overflow-y-auto"
          >
            <Activity mode={view === url.view || (showsFields && fields.isOpening) ? 'visible' : 'hidden'}>
              <Held isHeld={(isLive || isPast) && view !== url.view && !fields.isOpening}>
                <ErrorBoundary what={`The ${title} tab`} resetKey={isWhole ? recording : shown}>
                  <Suspense fallback={<p className="p-4 text-secondary">Loading the view…</p>}>
                    <TreeOpeningContext value={showsFields ? fields.trees : null}>
                      <PlaceActionsContext value={placeActionsOf(view)}>
                        <SoughtContext value={find.soughtIn(view)}>
                          <ItemProblemsContext value={view === 'output' ? itemProblems : null}>
                            <Panel
                              recording={versionFor(row)}
                              isLive={isWhole ? isLive : isShownLive}
                              exchanges={exchanges}
                              expansion={expansions[view] ?? null}
                              reveal={reveals[view] ?? null}
                              url={url}
                              railDrawer={{ isOpen: drawerIn === view && view === url.view, onClose: () => setDrawerIn(null) }}
                              find={view === url.view ? find.panelFind : null}
                              onTextShown={find.setShownText}
                              problems={problems}
                              travel={travel}
                              end={isComparing && isPast ? end : null}
                              comparison={comparison}
                            />
                          </ItemProblemsContext>
                        </SoughtContext>
                      </PlaceActionsContext>
                    </TreeOpeningContext>
                  </Suspense>
                </ErrorBoundary>
              </Held>
            </Activity>
          </div>
        ))}
      <FieldsMeter
        hasBegun={visited.some((view) => FIELD_VIEWS.includes(view))}
        response={shown.response}
        meter={isPast || (isLive && recording.kind === 'stream') ? null : fields.meter}
        slot={statusSlot}
        onShow={show}
        onOpenEverything={openEverything}
        onClose={fields.settle}
      />
      {asOf === null ? null : <AsOfNote {...asOf} slot={statusSlot} />}
      <RequestedMenu request={request} recording={isViewWhole ? recording : shown} url={url} actions={placeActionsOf(url.view)} />
    </>
  );
}

/** What the tab of a view says of the problems that it shows. */
function markOf(view: View, problems: ProblemsInView): NonNullable<Tab<View>['mark']> | null {
  const severity = view === 'problems' ? worstOf(problems.list.filter(({ rule }) => rule.severity !== 'info')) : problems.inView(view);
  return severity === null ? null : { severity, words: severity === 'error' ? 'has errors' : 'has warnings' };
}

const FIELD_VIEWS: readonly View[] = PANELS.filter(({ showsFields }) => showsFields === true).map(({ view }) => view);
