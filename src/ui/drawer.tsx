import { X } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

type DrawerProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * What there is no room for on a narrow screen, over the page from the left. A modal dialog of the browser: the focus stays inside, Esc and a
 * press beside it close it, and the focus goes back to where it came from. Its content is there only while it is open.
 */
export function Drawer({ title, isOpen, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything else runs, so that what was chosen in it can take the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (isOpen && element?.open === false) element.showModal();
    if (!isOpen) element?.close();
    // When it is taken away while open, the rest of the page must not stay inert.
    return () => element?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      closedby="any"
      className="m-0 h-dvh max-h-none w-88 max-w-[calc(100vw-3rem)] border-r border-line-strong bg-raised p-0 text-text shadow-xl backdrop:bg-[#0009] open:flex open:flex-col motion-safe:open:animate-[drawer-in_150ms_ease-out]"
    >
      {isOpen ? (
        <>
          <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-1 pl-3">
            <h2 className="font-semibold">{title}</h2>
            <button
              type="button"
              aria-label="Close"
              onClick={onClose}
              className="inline-flex size-8 items-center justify-center rounded-md text-secondary hover:bg-inset hover:text-text"
            >
              <X size={16} aria-hidden />
            </button>
          </div>
          <div className="min-h-0 flex-1">{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
