import { dateFromUnix, formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import { FieldRow } from '#ui/field-row.tsx';

/** A moment: the number as sent, local time beside it, UTC on hover, ISO when copied. */
export function TimeValue({ name, seconds, words }: { readonly name: string; readonly seconds: number; readonly words: string | null }) {
  const date = dateFromUnix(seconds);
  return (
    <FieldRow name={name} copy={date === null ? String(seconds) : () => date.toISOString()}>
      <span className="font-mono text-sm">{String(seconds)}</span>
      {date === null ? (
        <span className="ml-2 text-secondary">no date can hold this</span>
      ) : (
        <time dateTime={date.toISOString()} title={formatUtcTime(date)} className="ml-2">
          {formatLocalTime(date)}
        </time>
      )}
      {words === null ? null : <span className="ml-2 text-secondary">{words}</span>}
    </FieldRow>
  );
}
