/** Stands where the field of find will open, and looks like one. */
export function FindButton({ isOpen, onOpen }: { readonly isOpen: boolean; readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-label="Find in this tab"
      title="Find in this tab (/ or Ctrl+F)"
      aria-expanded={isOpen}
      onClick={onOpen}
      className="inline-flex h-6 shrink-0 items-center justify-between gap-2 rounded-md border border-line-strong bg-bg px-2 text-sm text-secondary hover:bg-inset hover:text-text lg:w-36"
    >
      Find
      <kbd aria-hidden className="font-mono text-xs text-tertiary max-sm:hidden">
        /
      </kbd>
    </button>
  );
}
