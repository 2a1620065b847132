import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Drawer } from '#ui/drawer.tsx';
import { Splitter } from '#ui/splitter.tsx';
import { ItemRail } from './item-rail.tsx';
import { RailHead, type RailHeadRow } from './rail-head.tsx';
import type { RailLink } from './rail-link.ts';

/** Whether the rail is over the page, where there is no room beside the items. */
export type RailDrawer = { readonly isOpen: boolean; readonly onClose: () => void };

export type RailSize = {
  /** In pixels; 0 while the rail is closed. */
  readonly width: number;
  readonly onResize: (width: number) => void;
};

type ItemFrameProps = {
  readonly link: RailLink;
  /** Names the rail: "Items of the output". */
  readonly label: string;
  /** How many items there are; fewer than two need no table of contents. */
  readonly count: number;
  readonly size: RailSize;
  readonly drawer: RailDrawer;
  /** What stands before the items and is no item of the list. */
  readonly head?: RailHeadRow | null;
  readonly children: ReactNode;
};

const NARROWEST = 160;
const WIDEST = 640;
export const USUAL_RAIL_WIDTH = 280;
/** Where there is room for the rail beside the items; the `lg` of the classes. */
export const WIDE_SCREEN = '(width >= 64rem)';

/**
 * The rail beside what scrolls. On a wide screen both are panes of their own, with a line to drag between them; on a narrow one the page
 * scrolls as a whole and the rail comes as a drawer. The width is a wish: on a window too small for it the rail takes at most two fifths.
 */
export function ItemFrame({ link, label, count, size, drawer, head = null, children }: ItemFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const railId = useId();
  const isPainted = useAfterPaint();
  const hasRail = count >= 2;
  const { width, onResize } = size;
  useEndWhenWide(drawer);
  function closeDrawer() {
    // At once: while the drawer is there, nothing behind it can take the focus.
    flushSync(drawer.onClose);
  }
  return (
    <div ref={frame} className="min-w-0 lg:flex lg:h-full" style={{ ['--rail-width' as string]: `${width}px` }}>
      {hasRail ? (
        <>
          <nav id={railId} aria-label={label} className="hidden max-w-2/5 shrink-0 bg-raised lg:block lg:w-(--rail-width)">
            {isPainted && width > 0 ? (
              <Contents head={head}>
                <ItemRail link={link} label={label} />
              </Contents>
            ) : null}
          </nav>
          <Splitter
            label="Width of the list of items"
            controls={railId}
            size={width}
            min={NARROWEST}
            max={WIDEST}
            usual={USUAL_RAIL_WIDTH}
            onDrag={(next) => frame.current?.style.setProperty('--rail-width', `${next}px`)}
            onResize={onResize}
            className="max-lg:hidden"
          />
          <Drawer title={label} isOpen={drawer.isOpen} onClose={drawer.onClose}>
            <Contents head={head} onChosen={closeDrawer}>
              <ItemRail link={link} label={label} onChosen={closeDrawer} />
            </Contents>
          </Drawer>
        </>
      ) : null}
      <div data-pane className="min-w-0 flex-1 lg:overflow-y-auto lg:scroll-pt-9.5">
        {children}
      </div>
    </div>
  );
}

type ContentsProps = { readonly head: RailHeadRow | null; readonly onChosen?: () => void; readonly children: ReactNode };

/** The rail, and above it what stands before the items. */
function Contents({ head, onChosen, children }: ContentsProps) {
  return (
    <div className="flex h-full flex-col">
      {head === null ? null : <RailHead {...head} onChosen={onChosen} />}
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}

/** A drawer that is open when the window gets wide has no place any more. */
function useEndWhenWide({ isOpen, onClose }: RailDrawer): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const wide = matchMedia(WIDE_SCREEN);
    const end = () => wide.matches && close.current();
    wide.addEventListener('change', end);
    return () => wide.removeEventListener('change', end);
  }, [isOpen]);
}

/** False until what was drawn first has been painted: the items come before their table of contents. */
function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
