import { Check, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';

const SHOWN_MILLISECONDS = 1_800;

/** Says for a moment what a menu did, since the menu itself is gone by then. */
export function MenuNote({ text, isTrouble = false }: { readonly text: string | null; readonly isTrouble?: boolean }) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(() => setIsOver(true), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  const isShown = text !== null && !isOver;
  const Icon = isTrouble ? TriangleAlert : Check;
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-10 z-50 flex justify-center px-4">
      {isShown ? (
        <p className="flex max-w-full items-center gap-1.5 rounded-md border border-line-strong bg-bg px-2.5 py-1 text-sm shadow-lg">
          <Icon size={13} aria-hidden className={`shrink-0 ${isTrouble ? 'text-warning' : 'text-good'}`} />
          {text}
        </p>
      ) : null}
    </div>
  );
}
