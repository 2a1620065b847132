import type { StreamRecording } from '#model/recording.ts';

export type WaterfallViewProps = {
  readonly recording: StreamRecording;
  readonly isLive: boolean;
  /** The event that is looked at. */
  readonly selected: number | null;
  /** The numbers that the filter is limited to; null for all. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly isOnlyItem: (name: string) => boolean;
  /** Where its switches go; null until that is there. */
  readonly toolSlot: Element | null;
  readonly onSelect: (event: number) => void;
  readonly onRange: (range: { readonly from: number; readonly to: number } | null) => void;
  readonly onOnlyItem: (name: string) => void;
};

/** A lane for each item, and in it a tick for each event. */
export function WaterfallView({ recording }: WaterfallViewProps) {
  return <p className="p-3 text-secondary">{recording.length} events</p>;
}
