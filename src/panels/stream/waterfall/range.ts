import { countBefore } from '#base/sorted.ts';
import type { StreamRecording } from '#model/recording.ts';
import { valueOf, type Measured } from './picture.ts';
import type { Stretch } from './scale.ts';

/** From one event to another, or from one number to another; both included. */
export type EventRange = { readonly from: number; readonly to: number };

/** The events that the numbers of a filter mean; null where there are none. Numbers ascend, or nearly. */
export function eventsOfRange({ log, length }: Pick<StreamRecording, 'log' | 'length'>, numbers: EventRange | null): EventRange | null {
  if (numbers === null) return null;
  const numberOf = (event: number) => log.at(event)?.sequenceNumber ?? event;
  const from = countBefore(length, (event) => numberOf(event) < numbers.from);
  const to = countBefore(length, (event) => numberOf(event) <= numbers.to) - 1;
  return from > to ? null : { from, to };
}

/** Where a range of events lies, with a little room around it. */
export function stretchOfRange(measured: Measured, { from, to }: EventRange): Stretch {
  const isByNumber = measured.scale.kind === 'number';
  const [start, end] = [valueOf(measured, from), valueOf(measured, to) + (isByNumber ? 1 : 0)];
  const room = Math.max((end - start) * 0.02, isByNumber ? 0 : 1);
  return { from: start - room, to: end + room };
}
