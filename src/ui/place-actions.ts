import { createContext, useContext } from 'react';
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
};

/** Where no other view shows what stands there: another document, or a component drawn by itself. */
export const NO_PLACE_ACTIONS: PlaceActions = { elsewhere: () => [], show: () => undefined };

export const PlaceActionsContext = createContext<PlaceActions>(NO_PLACE_ACTIONS);

export function usePlaceActions(): PlaceActions {
  return useContext(PlaceActionsContext);
}
