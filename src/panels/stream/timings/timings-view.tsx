import type { StreamRecording } from '#model/recording.ts';

type TimingsViewProps = { readonly recording: StreamRecording; readonly isLive: boolean; readonly onSelect: (event: number) => void };

/** How long everything took. */
export function TimingsView({ recording }: TimingsViewProps) {
  return <p className="p-3 text-secondary">{recording.length} events</p>;
}
