import { useStore } from '#state/use-store.ts';
import type { ReadableStore } from '#base/store.ts';
import type { ItemFamily } from '#protocol/item-types.ts';

/** What is under the pointer. */
export type Hovered = {
  readonly event: number;
  /** In pixels of the window. */
  readonly clientX: number;
  readonly clientY: number;
  /** Where its tick stands, in pixels of the plot. */
  readonly x: number;
  readonly top: number;
};

export type HoverWords = {
  readonly title: string;
  readonly type: string;
  readonly family: ItemFamily;
  /** One line each. */
  readonly facts: readonly string[];
};

const WIDTH = 320;
const HEIGHT = 88;
const AWAY = 14;

type HoverCardProps = {
  readonly hovered: ReadableStore<Hovered | null>;
  readonly wordsFor: (event: number) => HoverWords;
  readonly rowHeight: number;
};

/** The event under the pointer: a mark around its tick, and what it is. Drawn by itself, so that moving the pointer draws nothing else. */
export function HoverCard({ hovered, wordsFor, rowHeight }: HoverCardProps) {
  const at = useStore(hovered);
  if (at === null) return null;
  const { title, type, family, facts } = wordsFor(at.event);
  // Beside the pointer, on the side where there is room.
  const left = at.clientX + AWAY + WIDTH > innerWidth ? Math.max(4, at.clientX - AWAY - WIDTH) : at.clientX + AWAY;
  const top = at.clientY + AWAY + HEIGHT > innerHeight ? at.clientY - AWAY - HEIGHT : at.clientY + AWAY;
  return (
    <>
      <div
        data-family={family}
        className="pointer-events-none absolute w-1.5 -translate-x-1/2 rounded-sm border border-text"
        style={{ left: at.x, top: at.top + 2, height: rowHeight - 4 }}
      />
      <div
        data-hover-card
        data-family={family}
        className="pointer-events-none fixed z-30 flex flex-col gap-0.5 rounded-md border border-line-strong bg-bg px-2 py-1.5 text-sm shadow-lg"
        style={{ left, top, maxWidth: WIDTH }}
      >
        <span className="truncate font-mono font-semibold text-family">{type}</span>
        <span className="truncate">{title}</span>
        {facts.map((fact) => (
          <span key={fact} className="text-secondary">
            {fact}
          </span>
        ))}
      </div>
    </>
  );
}
