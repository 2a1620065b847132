import { assertNever } from '#base/assert-never.ts';
import { formatCount } from '#base/format-number.ts';
import { countBefore } from '#base/sorted.ts';
import { visibleLine } from '#base/visible-text.ts';
import type { EventLog } from '#model/event-log.ts';
import type { FoldState, StreamNotice } from '#model/fold-state.ts';

/** The comments that came right before an event: signs of life, and not part of any event. */
export function commentsBefore(log: EventLog, event: number): readonly string[] {
  const heartbeats = log.heartbeats();
  const first = countBefore(heartbeats.length, (at) => (heartbeats[at]?.before ?? 0) < event);
  const last = countBefore(heartbeats.length, (at) => (heartbeats[at]?.before ?? 0) <= event);
  return first === last ? [] : heartbeats.slice(first, last).map(({ text }) => visibleLine(text));
}

/** “2 comments before: OPENROUTER PROCESSING”. */
export function commentsText(comments: readonly string[]): string {
  const said = [...new Set(comments)].filter((comment) => comment !== '').slice(0, 3);
  return `${formatCount(comments.length, 'comment')} before${said.length === 0 ? '' : `: ${said.join(', ')}`}`;
}

/** What the fold noticed, by the event that it noticed it at. */
export function noticesByEvent(notices: FoldState['notices']): ReadonlyMap<number, readonly StreamNotice[]> {
  const byEvent = new Map<number, StreamNotice[]>();
  for (const notice of notices) {
    const there = byEvent.get(notice.event);
    if (there === undefined) byEvent.set(notice.event, [notice]);
    else there.push(notice);
  }
  return byEvent;
}

/** A notice as a sentence. */
export function noticeText(notice: StreamNotice): string {
  switch (notice.kind) {
    case 'duplicate':
      return `Number ${notice.sequenceNumber} came before: this one changes nothing.`;
    case 'gap':
      return notice.from === notice.to
        ? `Number ${notice.from} is missing before it.`
        : `Numbers ${notice.from} to ${notice.to} are missing before it.`;
    case 'late':
      return `Number ${notice.sequenceNumber} came late: higher ones came before.`;
    case 'restart':
      return 'The response begins anew here.';
    case 'stub':
      return `No event announced this item; it is taken for a ${notice.itemType}.`;
    case 'unreadable':
      return `It could not be read: ${notice.problem}.`;
    case 'unknown-type':
      return 'No server we know sends this type.';
    case 'after-done':
      return 'It came behind [DONE].';
    default:
      return assertNever(notice);
  }
}

/** What there is to say of an event, as sentences: what the fold noticed, and why it cannot be read. */
export function notesOn(event: number, log: EventLog, noticed: readonly StreamNotice[], problem: string | null): readonly string[] {
  const connection = log.at(event)?.connection;
  const isCut = problem !== null && connection !== undefined && (log.at(event + 1)?.connection ?? connection) !== connection;
  const said = noticed.map(noticeText);
  if (isCut) return [...said, 'The connection was lost inside this event.'];
  return said.length === 0 && problem !== null ? [noticeText({ event, kind: 'unreadable', problem })] : said;
}
