import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Splitter } from '#ui/splitter.tsx';

const USUAL = 440;
const NARROWEST = 260;
const WIDEST = 900;

/** The place of the open event: beside the table with a width of the reader's own, below it on a narrow screen. */
export function DetailPane({ children }: { readonly children: ReactNode }) {
  const id = useId();
  const { eventDetailWidth } = useStore(preferencesStore);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? eventDetailWidth;
  return (
    <>
      <Splitter
        label="Width of the event pane"
        sizes="behind"
        canClose={false}
        size={width}
        min={NARROWEST}
        max={WIDEST}
        usual={USUAL}
        onDrag={setDragged}
        onResize={(size) => {
          setDragged(null);
          setPreference('eventDetailWidth', size);
        }}
        controls={id}
        className="max-lg:hidden"
      />
      <div
        id={id}
        // A custom property, which React's type of styles does not know.
        style={{ '--pane': `${width}px` } as CSSProperties}
        className="min-h-0 min-w-0 shrink-0 max-lg:h-1/2 max-lg:border-t max-lg:border-line-strong lg:w-(--pane) lg:max-w-[70%]"
      >
        {children}
      </div>
    </>
  );
}
