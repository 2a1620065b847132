import { useCallback, useEffect, useRef, useState } from 'react';
import { formatCount } from '#base/format-number.ts';
import { giveWay, SLICE } from '#base/give-way.ts';
import type { EventLog } from '#model/event-log.ts';
import { eventAsJsonLine, eventAsSse } from '#model/event-text.ts';
import { copyText } from '#ui/copy-text.ts';
import type { EventRows } from './use-event-rows.ts';

/** Null while nothing was asked for. */
export type CopyProgress = { readonly kind: 'running'; readonly done: number } | { readonly kind: 'over'; readonly words: string } | null;

/** So long is said that something was copied, in milliseconds. */
const SAID_FOR = 2500;

/** Copies all events that are shown, in slices: the page goes on while a hundred thousand are put together. */
export function useCopyAll(log: EventLog, rows: EventRows) {
  const [progress, setProgress] = useState<CopyProgress>(null);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  useEffect(() => {
    if (progress?.kind !== 'over') return undefined;
    const timer = setTimeout(() => setProgress(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [progress]);

  const copyAll = useCallback(
    async (how: 'lines' | 'sse') => {
      run.current += 1;
      const own = run.current;
      const text = await textOf(log, rows, how, (done) => {
        if (run.current === own) setProgress({ kind: 'running', done });
        return run.current === own;
      });
      if (text === null) return;
      const isCopied = await copyText(text);
      if (run.current !== own) return;
      setProgress({ kind: 'over', words: isCopied ? `Copied ${formatCount(rows.count, 'event')}` : 'The browser refused to copy' });
    },
    [log, rows],
  );
  return { progress, copyAll };
}

/** Null when `goesOn` said no. */
async function textOf(log: EventLog, rows: EventRows, how: 'lines' | 'sse', goesOn: (done: number) => boolean): Promise<string | null> {
  const parts: string[] = [];
  let start = performance.now();
  for (let row = 0; row < rows.count; row += 1) {
    const event = rows.eventAt(row);
    if (event !== undefined) parts.push(how === 'sse' ? eventAsSse(log, event) : `${eventAsJsonLine(log, event)}\n`);
    if (performance.now() - start <= SLICE) continue;
    if (!goesOn(row)) return null;
    // Slices are for what waits between them.
    // oxlint-disable-next-line no-await-in-loop
    await giveWay();
    start = performance.now();
  }
  return parts.join('');
}
