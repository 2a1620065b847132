import { dateFromUnix, formatLocalTime } from '#base/format-time.ts';
import { formatCount } from '#base/format-number.ts';
import type { Turn } from '#model/turns.ts';

/** Where a turn of the chain starts: its number, when it was sent, how many items it brought. */
export function TurnHeading({ turn, number }: { readonly turn: Turn; readonly number: number }) {
  const date = turn.time === null ? null : dateFromUnix(Math.floor(turn.time));
  return (
    <div className={`flex flex-wrap items-baseline gap-x-2 px-1 text-sm text-secondary ${number === 1 ? '' : 'mt-2'}`}>
      <h2 className="font-semibold text-text">
        Turn {number}
        {turn.isThisRequest ? ' (this request)' : ''}
      </h2>
      <span>{formatCount(turn.end - turn.start, 'item')}</span>
      {date === null ? null : (
        <span title="From the IDs of its items">
          sent <time dateTime={date.toISOString()}>{formatLocalTime(date)}</time>
        </span>
      )}
    </div>
  );
}
