import { dateFromUnix, formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import { FieldRow } from '#ui/field-row.tsx';

type TimeValueProps = {
  readonly name: string;
  /** The JSON Pointer of the field. */
  readonly dataPath: string;
  readonly seconds: number;
  readonly words: string | null;
};

/** A moment: the number as sent, local time beside it, UTC on hover, ISO when copied. */
export function TimeValue({ name, dataPath, seconds, words }: TimeValueProps) {
  const date = dateFromUnix(seconds);
  return (
    <FieldRow name={name} dataPath={dataPath} copy={date === null ? String(seconds) : () => date.toISOString()}>
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
