import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { JsonPath } from '#base/json.ts';

/**
 * What can be done with a place of the document in view. An element that stands for a place carries `data-path`, its JSON Pointer;
 * places of another document stand inside an element that carries `data-document`.
 */
export type PlaceActions = {
  /** The other views that show `path`, by name and title, the most telling first. */
  readonly elsewhere: (path: JsonPath) => readonly { readonly view: string; readonly title: string }[];
  /** Goes to a view of `elsewhere` and brings what stands at `path` into view there. */
  readonly show: (view: string, path: JsonPath) => void;
  /** Opens the menu of the place that `button` is in, under the button; null where there is no menu. */
  readonly openMenu: ((button: HTMLElement) => void) | null;
};

/** Where nothing is around that shows places: a component drawn by itself. */
export const NO_PLACE_ACTIONS: PlaceActions = { elsewhere: () => [], show: () => undefined, openMenu: null };

export const PlaceActionsContext = createContext<PlaceActions>(NO_PLACE_ACTIONS);

export function usePlaceActions(): PlaceActions {
  return useContext(PlaceActionsContext);
}

/** The documents that views hold beside the response: the list of input items, and JSON that is the text of a string around it. */
export type OtherDocumentName = 'input_items' | 'text';

/** Holds what is no part of the document around it: its paths begin anew, and no other view shows them. */
export function OtherDocument({ name, children }: { readonly name: OtherDocumentName; readonly children: ReactNode }) {
  const actions = usePlaceActions();
  const inside = useMemo(() => ({ ...actions, elsewhere: NO_PLACE_ACTIONS.elsewhere }), [actions]);
  return (
    <PlaceActionsContext value={inside}>
      <div data-document={name} className="min-w-0">
        {children}
      </div>
    </PlaceActionsContext>
  );
}
