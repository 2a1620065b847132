import { formatDuration } from '#base/format-duration.ts';
import type { Exchange } from '#protocol/exchange.ts';

/** A stretch of an exchange, in milliseconds since it started. */
export type Phase = { readonly name: 'waiting' | 'first byte' | 'download'; readonly from: number; readonly to: number };

/** The stretches an exchange got through, in order; the last one ends where the exchange ended. */
export function phasesOf({ timings: { headers, firstByte, end } }: Exchange): readonly Phase[] {
  const phases: Phase[] = [];
  const waitedUntil = headers ?? end;
  if (waitedUntil !== null) phases.push({ name: 'waiting', from: 0, to: waitedUntil });
  if (headers === null) return phases;
  const byteAt = firstByte ?? end;
  if (byteAt !== null) phases.push({ name: 'first byte', from: headers, to: byteAt });
  if (firstByte !== null && end !== null) phases.push({ name: 'download', from: firstByte, to: end });
  return phases;
}

/** How long the exchange took so far, in milliseconds; null before anything was heard. */
export function durationOf({ timings: { headers, firstByte, end } }: Exchange): number | null {
  return end ?? firstByte ?? headers;
}

/** The time that all exchanges together span, so that their bars share one scale. `length` is at least 1. */
export function spanOf(exchanges: readonly Exchange[]): { readonly start: number; readonly length: number } {
  const start = Math.min(...exchanges.map(({ timings }) => timings.startedAt));
  const end = Math.max(...exchanges.map((exchange) => exchange.timings.startedAt + (durationOf(exchange) ?? 0)));
  return { start, length: Math.max(1, end - start) };
}

/** Each phase in words: "1.2 s waiting for the headers". */
export function phaseWords(phase: Phase, { state, timings }: Exchange): string {
  const took = formatDuration(phase.to - phase.from);
  if (phase.name === 'download') return state === 'stopped' ? `${took} downloading, until it was stopped` : `${took} downloading the body`;
  if (phase.name === 'first byte')
    return timings.firstByte === null ? `${took} without a byte of the body` : `${took} from the headers to the first byte`;
  return timings.headers === null ? `${took} waiting for an answer that never came` : `${took} waiting for the headers`;
}
