import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from './button.tsx';

export type MenuItem = {
  /** What it does, in words; also tells the items apart. */
  readonly label: string;
  /** A second, quieter line: what will be in the file, why it can't be chosen. */
  readonly note?: string;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
};

type MenuButtonProps = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly look?: 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
};

/** A button that opens a list of actions: arrows, first letters and Escape work, focus returns to the button. Load it lazily: 35 kB gzip bundled alone. */
export function MenuButton({ label, items, look = 'plain', size = 'normal' }: MenuButtonProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look={look} size={size}>
          {label}
          <ChevronDown size={13} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(24rem,calc(100vw-1rem))] min-w-40 overflow-y-auto rounded-md border border-line-strong bg-bg p-1 shadow-lg"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              disabled={item.isDisabled ?? false}
              onSelect={item.onSelect}
              className="cursor-pointer rounded px-2 py-1 outline-none data-disabled:cursor-default data-disabled:text-tertiary data-highlighted:bg-selected"
            >
              {item.label}
              {item.note === undefined ? null : <span className="block text-sm text-secondary">{item.note}</span>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
