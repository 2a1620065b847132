import { formatDuration } from '#base/format-duration.ts';
import { formatCount } from '#base/format-number.ts';
import type { Lane } from '#model/lane.ts';
import type { Lanes } from '#model/lanes.ts';
import type { StreamRecording } from '#model/recording.ts';
import { laneTitle, type LaneSource } from './lane-words.ts';

/** What the picture shows, for those who cannot see it. */
export function pictureWords(rows: readonly Lane[], length: number, source: LaneSource): string {
  const longest = source.hasArrivals ? longestPause(source.lanes) : null;
  const busiest = rows.slice(1).reduce<Lane | undefined>((most, lane) => (sizeOf(lane) > sizeOf(most) ? lane : most), undefined);
  const parts = [
    `${formatCount(rows.length - 1, 'item')} and the response, a lane each`,
    formatCount(length, 'event'),
    ...(longest === null ? [] : [`the longest pause ${formatDuration(longest)}`]),
    ...(busiest === undefined ? [] : [`most of them about ${laneTitle(busiest, source)}`]),
  ];
  return `Waterfall: ${parts.join(', ')}. The table of lanes says the same in figures.`;
}

function sizeOf(lane: Lane | undefined): number {
  return lane?.events.length() ?? 0;
}

function longestPause(lanes: Lanes): number | null {
  const pauses = lanes.stalls().map((event) => lanes.arrivalOf(event) - lanes.arrivalOf(event - 1));
  return pauses.length === 0 ? null : pauses.reduce((longest, pause) => Math.max(longest, pause), 0);
}

/** What to know of the times, in a few words; empty where they are as they seem. */
export function timesNote({ clock, length }: Pick<StreamRecording, 'clock' | 'length'>): string {
  if (length === 0) return '';
  if (clock.startedAt === null) return 'By number: when events arrived is not known';
  return clock.isOriginal ? '' : 'Replayed: times are not original';
}
