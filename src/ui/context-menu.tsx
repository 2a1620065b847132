import { ChevronRight } from 'lucide-react';
import { ContextMenu as Menu } from 'radix-ui';
import { useEffect, useRef, type FocusEvent, type ReactNode } from 'react';

export type MenuAction = {
  /** What it does, in words; also tells the rows of a menu apart. */
  readonly label: string;
  /** What it would give, as data: a path. */
  readonly detail?: string;
  readonly run: () => void;
};
/** An action, or further ones under a name. */
export type MenuRow = MenuAction | { readonly label: string; readonly rows: readonly MenuAction[] };

export type ContextMenuProps = {
  /** Where it opens, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** What the menu is for, as data: stands above its rows. */
  readonly title: string;
  readonly groups: readonly (readonly MenuRow[])[];
  /** Opened by a key: then the first row is chosen at once. */
  readonly isByKey: boolean;
  /** The menu is gone, and took the focus with it. */
  readonly onFocusLost: () => void;
};

/** A menu at a point of the window; opens when mounted. Arrows, first letters and Escape work. Load it lazily, with radix-ui. */
export function ContextMenu({ x, y, title, groups, isByKey, onFocusLost }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The library opens where its trigger hears of a right click.
    anchor.current?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: leftOf(x), clientY: y }));
  }, [x, y]);
  function choose({ target, currentTarget }: FocusEvent<HTMLElement>) {
    if (isByKey && target === currentTarget) currentTarget.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>
        <span ref={anchor} hidden />
      </Menu.Trigger>
      <Menu.Portal container={landmark()}>
        <Menu.Content
          aria-label={title}
          collisionPadding={8}
          onFocus={choose}
          onContextMenu={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === null || document.activeElement === document.body) onFocusLost();
          }}
          className={`${BOX} max-h-(--radix-context-menu-content-available-height)`}
        >
          <Menu.Label className="truncate px-2 py-1 font-mono text-xs text-secondary">{title}</Menu.Label>
          {groups.map((rows, index) => (
            // Groups are told apart by their order alone.
            // oxlint-disable-next-line react/no-array-index-key
            <Menu.Group key={index}>
              <Menu.Separator className="mx-1 my-1 h-px bg-line" />
              {rows.map((row) =>
                'run' in row ? <Action key={row.label} row={row} /> : <Submenu key={row.label} label={row.label} rows={row.rows} />,
              )}
            </Menu.Group>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Room that rows want, in pixels. */
const USUAL_WIDTH = 288;

/** The library opens to the right of a point or to its left, whatever fits: on a narrow screen the point moves until one side does. */
function leftOf(x: number): number {
  const fits = x >= USUAL_WIDTH || innerWidth - x >= USUAL_WIDTH;
  return fits ? x : Math.max(0, innerWidth - USUAL_WIDTH);
}

/** What is read aloud stands in a landmark, menus too; over a modal dialog only what stands inside it can be reached. */
function landmark(): HTMLElement | null {
  return document.querySelector<HTMLElement>('dialog[open]') ?? document.querySelector('main');
}

const BOX =
  'z-50 max-w-[min(26rem,var(--radix-context-menu-content-available-width))] min-w-48 overflow-y-auto rounded-md border border-line-strong bg-bg p-1 text-text shadow-lg';
const ROW =
  'flex min-h-7 cursor-default items-center gap-3 rounded px-2 py-0.5 outline-none select-none data-highlighted:bg-selected data-[state=open]:bg-selected';

function Action({ row }: { readonly row: MenuAction }) {
  return (
    <Menu.Item onSelect={row.run} textValue={row.label} className={ROW}>
      <span className="shrink-0">{row.label}</span>
      {row.detail === undefined ? null : <Detail>{row.detail}</Detail>}
    </Menu.Item>
  );
}

/** Beside the menu there is room for a second one; on a narrow screen its rows stand in the menu itself. */
const NARROW = '(max-width: 40rem)';

function Submenu({ label, rows }: { readonly label: string; readonly rows: readonly MenuAction[] }) {
  const actions = rows.map((row) => <Action key={row.label} row={row} />);
  if (matchMedia(NARROW).matches) {
    return (
      <>
        <Menu.Label className="flex min-h-7 items-center px-2 text-secondary">{label}</Menu.Label>
        <div className="pl-3">{actions}</div>
      </>
    );
  }
  return (
    <Menu.Sub>
      <Menu.SubTrigger className={ROW}>
        <span>{label}</span>
        <ChevronRight size={13} aria-hidden className="ml-auto text-secondary" />
      </Menu.SubTrigger>
      <Menu.Portal container={landmark()}>
        <Menu.SubContent collisionPadding={8} className={BOX}>
          {actions}
        </Menu.SubContent>
      </Menu.Portal>
    </Menu.Sub>
  );
}

function Detail({ children }: { readonly children: ReactNode }) {
  return <span className="ml-auto min-w-0 truncate font-mono text-xs text-secondary">{children}</span>;
}
