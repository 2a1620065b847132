import { TableOfContents } from 'lucide-react';
import { formatNumber } from '#base/format-number.ts';
import { USUAL_RAIL_WIDTH, WIDE_SCREEN } from '#items/item-frame.tsx';
import { useRailSize } from '#state/use-rail-size.ts';
import { Button } from '#ui/button.tsx';

type RailButtonProps = { readonly count: number; readonly onOpenDrawer: () => void };

/** Brings the rail of items: as a drawer on a narrow screen; on a wide one back to its place, where it had been closed. */
export function RailButton({ count, onOpenDrawer }: RailButtonProps) {
  const { width, onResize } = useRailSize();
  return (
    <Button
      look="quiet"
      size="small"
      title="List of items"
      onClick={() => (matchMedia(WIDE_SCREEN).matches ? onResize(USUAL_RAIL_WIDTH) : onOpenDrawer())}
      className={width > 0 ? 'lg:hidden' : ''}
    >
      <TableOfContents size={14} aria-hidden />
      <span>Items </span>
      <span className="rounded-full bg-inset px-1.5 text-xs">{formatNumber(count)}</span>
    </Button>
  );
}
