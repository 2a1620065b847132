import { GitCompareArrows } from 'lucide-react';
import { Button } from '#ui/button.tsx';

type CompareToggleProps = {
  readonly isOn: boolean;
  /** False at the end, where nothing is still to come. */
  readonly isPast: boolean;
  /** True while more comes: then the end is what has arrived. */
  readonly isLive: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Marks what is still to come at the cursor. Stays as it is at the end, so that it is on again for who goes back. */
export function CompareToggle({ isOn, isPast, isLive, onChange }: CompareToggleProps) {
  const words = isLive ? 'Compare with now' : 'Compare with end';
  const hint = isPast
    ? `marks what ${isLive ? 'has come since' : 'is still to come'}`
    : 'go back in the stream to see what is still to come';
  return (
    <Button
      look="quiet"
      size="small"
      aria-pressed={isOn}
      disabled={!isPast}
      title={`${words}: ${hint}`}
      onClick={() => onChange(!isOn)}
      className="px-1.5 aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-text"
    >
      <GitCompareArrows size={13} aria-hidden />
      <span className="max-lg:sr-only">{words}</span>
    </Button>
  );
}
