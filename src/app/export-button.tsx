import { ChevronDown, Download } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Exchange } from '#protocol/exchange.ts';
import type { Recording } from '#model/recording.ts';
import { Button } from '#ui/button.tsx';

const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

type ExportButtonProps = {
  /** What is at hand; null while that is nothing, and then there is only the room for the button. */
  readonly recording: Recording | null;
  /** The requests for it, oldest first. */
  readonly exchanges: readonly Exchange[];
};

/** `Export`, as it looks until its menu is there, and then the menu. */
export function ExportButton({ recording, exchanges }: ExportButtonProps) {
  if (recording === null) {
    return (
      <span className="invisible">
        <Waiting />
      </span>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <ExportMenu recording={recording} exchanges={exchanges} />
    </Suspense>
  );
}

function Waiting() {
  return (
    <Button look="quiet" disabled className="max-sm:px-2">
      <Download size={14} aria-hidden />
      <span className="max-sm:sr-only">Export</span>
      <ChevronDown size={13} aria-hidden className="max-sm:hidden" />
    </Button>
  );
}
