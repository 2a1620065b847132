import { formatNumber } from '#base/format-number.ts';
import { ContextMenu, type MenuRow } from '#ui/context-menu.tsx';

/** A menu that was asked for, and the event it is about. */
export type EventMenuRequest = {
  readonly event: number;
  readonly x: number;
  readonly y: number;
  readonly isByKey: boolean;
  /** Tells requests apart. */
  readonly count: number;
};

type EventMenuProps = {
  readonly request: EventMenuRequest;
  readonly type: string;
  /** How the item of the event is written in a filter; null where it is about none. */
  readonly item: string | null;
  readonly shown: number;
  readonly onCopy: (what: 'json' | 'sse' | 'link') => void;
  readonly onCopyAll: (how: 'lines' | 'sse') => void;
  /** Adds a word to the filter. */
  readonly onFilter: (word: string) => void;
  readonly onShowItem: () => void;
  readonly onFocusLost: () => void;
};

/** What can be done with an event. Load it lazily, with the menus it is made of. */
export function EventMenu({ request, type, item, shown, onCopy, onCopyAll, onFilter, onShowItem, onFocusLost }: EventMenuProps) {
  const short = type.startsWith('response.') ? type.slice('response.'.length) : type;
  const groups: readonly (readonly MenuRow[])[] = [
    [
      { label: 'Copy event as JSON', run: () => onCopy('json') },
      { label: 'Copy event as SSE', run: () => onCopy('sse') },
      { label: 'Copy link to this event', run: () => onCopy('link') },
    ],
    [
      { label: `Copy all ${formatNumber(shown)} shown as JSON lines`, run: () => onCopyAll('lines') },
      { label: `Copy all ${formatNumber(shown)} shown as SSE`, run: () => onCopyAll('sse') },
    ],
    [
      { label: 'Show only this type', detail: short, run: () => onFilter(`type:${short}`) },
      { label: 'Hide this type', detail: short, run: () => onFilter(`-type:${short}`) },
      ...(item === null
        ? []
        : [
            { label: 'Show only this item', detail: item, run: () => onFilter(`item:${item}`) },
            { label: 'Show the item in Output', run: onShowItem },
          ]),
    ],
  ];
  return <ContextMenu x={request.x} y={request.y} title={type} groups={groups} isByKey={request.isByKey} onFocusLost={onFocusLost} />;
}
