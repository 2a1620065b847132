import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { formatNumber } from '#base/format-number.ts';
import { familyOfEvent } from '#protocol/event-types.ts';
import { familyOf } from '#protocol/item-types.ts';
import { parseEventFilter } from '#model/event-filter.ts';
import { isOnlyItem, rangeOf, toggleOnlyItem, withRange, withWord } from '#model/event-filter-edit.ts';
import { eventItemsOf } from '#model/event-items.ts';
import { eventAsJson, eventAsSse } from '#model/event-text.ts';
import { seqOfEvent } from '#model/find-event.ts';
import { filterToEvent } from '#model/problems/problem-filter.ts';
import { NO_PROBLEMS, type ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { StreamRecording } from '#model/recording.ts';
import { goTo, linkTo } from '#state/address.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { withView, type UrlState } from '#state/url-state.ts';
import type { Travel } from '#state/use-travel.ts';
import { useStore } from '#state/use-store.ts';
import { Button } from '#ui/button.tsx';
import { copyText } from '#ui/copy-text.ts';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { DetailPane } from './detail-pane.tsx';
import { EventDetail } from './event-detail.tsx';
import { createFactsReader } from './event-facts.ts';
import { EventGrid, rowBeside } from './event-grid.tsx';
import { noticesByEvent } from './event-marks.ts';
import type { EventMenuRequest } from './event-menu.tsx';
import { FAMILIES } from './family-chips.tsx';
import { NoEvents } from './no-events.tsx';
import { itemOf, type RowSource } from './row-props.ts';
import { StreamBar } from './stream-bar.tsx';
import { StreamPane } from './stream-pane.tsx';
import { streamNotes } from './stream-notes.ts';
import { useChosenEvent } from './use-chosen-event.ts';
import { useCopyAll } from './use-copy-all.ts';
import { useDisplay } from './use-display.ts';
import { useEventCensus, useEventRows } from './use-event-rows.ts';
import { useStreamLink } from './use-stream-link.ts';

const EventMenu = lazy(async () => ({ default: (await import('./event-menu.tsx')).EventMenu }));

type StreamViewProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  readonly expansion: Expansion;
  readonly url: UrlState;
  readonly problems?: ProblemsInView | undefined;
  readonly travel: Travel;
};

/** The events of a stream: what is shown of them, the table, and one of them whole. */
export function StreamView({ recording, isLive, expansion, url, problems = NO_PROBLEMS, travel }: StreamViewProps) {
  const { log, clock, folded } = recording;
  const link = useStreamLink(url);
  const display = useDisplay(log, recording.length);
  const { from, length } = display;
  const filter = useMemo(() => parseEventFilter(link.text), [link.text]);
  const range = useMemo(() => rangeOf(link.text), [link.text]);
  const { response, items: states, notices } = folded;
  const items = useMemo(() => eventItemsOf({ response, items: states }), [response, states]);
  const hasArrivals = clock.startedAt !== null;
  const rows = useEventRows({ log, from, length, filter, items, hasArrivals });
  const census = useEventCensus(log, length);
  const chosen = useChosenEvent(log, travel);
  const isAtEnd = travel.event === null && travel.missing === null;
  const [tail, setTail] = useState({ follows: isLive && isAtEnd, seen: recording.length, wasAtEnd: isAtEnd });
  // Who travels back stays there; back at the end, the table follows it.
  if (tail.wasAtEnd !== isAtEnd) setTail({ follows: isLive && isAtEnd, seen: length, wasAtEnd: isAtEnd });
  const [menu, setMenu] = useState<EventMenuRequest | null>(null);
  const { eventTimes: times } = useStore(preferencesStore);
  const { progress, copyAll } = useCopyAll(log, rows);
  const root = useRef<HTMLElement>(null);

  const factsOf = useMemo(() => createFactsReader(log), [log]);
  const marks = useMemo(() => noticesByEvent(notices), [notices]);
  const source: RowSource = { log, factsOf, items, notices: marks, clock, length, isNumbered: census.isNumbered(), times, problems };
  const families = useMemo(
    () => new Set<string>([...[...census.types().keys()].map(familyOfEvent), ...items.list.map(({ type }) => familyOf(type ?? ''))]),
    // What is counted grows inside the census.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [census, census.types().size, items],
  );
  // What was found by a filter is still in view once the filter is gone.
  const [shownFor, setShownFor] = useState(filter);
  if (shownFor !== filter && !rows.isLooking) {
    setShownFor(filter);
    chosen.bringBack();
  }
  const neighbour = (step: 1 | -1) => {
    const event = chosen.event === null ? undefined : rows.eventAt(rowBeside(rows, chosen.event, step));
    return event === undefined ? null : () => choose(event, true);
  };
  function showProblems() {
    if (chosen.event !== null) goTo({ ...withView(url, 'problems'), q: filterToEvent(recording, chosen.event) }, 'push');
  }
  function choose(event: number, isOpening: boolean) {
    setTail((last) => (last.follows ? { ...last, follows: false, seen: length } : last));
    chosen.choose(event, isOpening);
  }
  function close(): boolean {
    chosen.close();
    if (chosen.isOpen) root.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    return chosen.isOpen;
  }
  function limitTo(events: { readonly from: number; readonly to: number } | null) {
    const numbers = events === null ? null : { from: numberOfEvent(log, events.from), to: numberOfEvent(log, events.to) };
    link.setText(withRange(link.text, numbers));
  }
  function copyEvent(event: number, what: 'json' | 'sse' | 'link') {
    const text =
      what === 'json'
        ? eventAsJson(log, event)
        : what === 'sse'
          ? eventAsSse(log, event)
          : linkTo({ ...url, seq: seqOfEvent(log, length, event), q: link.text.trim() || null });
    void copyText(text);
  }
  const menuItem = menu === null ? undefined : itemOf(menu.event, source);
  const newCount = tail.follows ? 0 : rows.count - rows.rowsBefore(tail.seen);
  return (
    <section
      ref={root}
      aria-label="Events of the stream"
      className="flex h-full min-h-0 flex-col max-lg:h-[calc(100dvh-9rem)] max-lg:min-h-96"
    >
      <StreamPane
        recording={recording}
        isLive={isLive}
        selected={chosen.event}
        range={range}
        isOnlyItem={(name) => isOnlyItem(link.text, name)}
        onSelect={(event) => choose(event, true)}
        onRange={limitTo}
        onOnlyItem={(name) => link.setText(toggleOnlyItem(link.text, name))}
      />
      <StreamBar
        text={link.text}
        onText={link.setText}
        filter={filter}
        occurring={{ types: census.types(), families: FAMILIES.filter((family) => families.has(family)), items }}
        presentFamilies={families}
        shown={rows.count}
        total={length - from}
        isLooking={rows.isLooking}
        notes={streamNotes({ clock, filter, missing: isLive ? null : travel.missing })}
        times={hasArrivals ? times : null}
        onTimes={(next) => setPreference('eventTimes', next)}
        pause={isLive || display.isPaused ? { isPaused: display.isPaused, waiting: display.waiting, onToggle: display.togglePause } : null}
        cleared={from}
        onClear={display.clear}
        onShowAll={display.showAll}
        onCopyAll={(how) => void copyAll(how)}
        copying={progress}
      />
      <div className="flex min-h-0 flex-1 max-lg:flex-col">
        <div className="relative flex min-h-0 min-w-0 flex-1">
          <EventGrid
            rows={rows}
            source={source}
            selected={chosen.event}
            wish={chosen.wish}
            follows={tail.follows}
            isLive={isLive}
            onFollows={(follows) => setTail({ ...tail, follows, seen: length })}
            onSelect={choose}
            onClose={close}
            onMenu={(event, x, y, isByKey) => setMenu((last) => ({ event, x, y, isByKey, count: (last?.count ?? 0) + 1 }))}
            copyText={(event) => eventAsJson(log, event)}
          >
            <NoEvents
              isLive={isLive}
              total={length - from}
              cleared={from}
              isLooking={rows.isLooking}
              onShowAll={display.showAll}
              onUnfilter={() => link.setText('')}
            />
          </EventGrid>
          {isLive && newCount > 0 ? (
            <Button
              size="small"
              className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-lg"
              onClick={() => setTail({ ...tail, follows: true, seen: length })}
            >
              <ArrowDown size={13} aria-hidden />
              {formatNumber(newCount)} new
            </Button>
          ) : null}
        </div>
        {chosen.isOpen && chosen.event !== null ? (
          <DetailPane>
            <EventDetail
              event={chosen.event}
              source={source}
              url={url}
              expansion={expansion}
              onShowProblems={showProblems}
              onPrevious={neighbour(-1)}
              onNext={neighbour(1)}
              onClose={close}
            />
          </DetailPane>
        ) : null}
      </div>
      {menu === null ? null : (
        <Suspense fallback={null}>
          <EventMenu
            key={menu.count}
            request={menu}
            type={log.at(menu.event)?.type ?? ''}
            item={menuItem === undefined ? null : (menuItem.id ?? String(menuItem.outputIndex))}
            shown={rows.count}
            onCopy={(what) => copyEvent(menu.event, what)}
            onCopyAll={(how) => void copyAll(how)}
            onFilter={(word) => link.setText(withWord(link.text, word))}
            onShowItem={() => goTo({ ...withView(url, 'output'), item: menuItem?.name ?? null }, 'push')}
            onFocusLost={() => root.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })}
          />
        </Suspense>
      )}
    </section>
  );
}

/** What a filter calls an event: its own number, or by arrival. */
function numberOfEvent(log: StreamRecording['log'], event: number): number {
  return log.at(event)?.sequenceNumber ?? event;
}
