import { useEffect, useState } from 'react';
import type { JsonObject, JsonPath } from '#base/json.ts';
import type { Store } from '#base/store.ts';
import type { Reveal } from '#model/reveal.ts';
import { viewsOfPlace } from '#model/views-of-place.ts';
import { goTo } from '#state/address.ts';
import { withView, type UrlState, type View } from '#state/url-state.ts';
import { NO_PLACE_ACTIONS, type PlaceActions } from '#ui/place-actions.tsx';
import { soughtValue, type Sought } from '#ui/sought.ts';
import { PANELS } from './panel-list.tsx';

type Reveals = {
  /** What each view was asked to show last. */
  readonly reveals: Readonly<Partial<Record<View, Reveal>>>;
  /** Goes to a view, as a step of its own in the history, and brings what stands at `path` into view there. */
  readonly show: (view: View, path: JsonPath) => void;
  /** What the components of a view may ask for. The same object every time. */
  readonly placeActionsOf: (view: View) => PlaceActions;
};

type RevealsInput = {
  readonly url: UrlState;
  readonly response: JsonObject;
  readonly openMenu: (button: HTMLElement) => void;
  /** What is looked for in a view: what hides it opens. */
  readonly soughtIn: (view: View) => Store<Sought | null>;
};

/** Keeps what each view of one response was asked to bring into view. */
export function useReveals({ url, response, openMenu, soughtIn }: RevealsInput): Reveals {
  const [reveals, setReveals] = useState<Reveals['reveals']>({});
  function show(view: View, path: JsonPath) {
    soughtIn(view).set(soughtValue(response, path));
    setReveals((last) => ({ ...last, [view]: { path, count: (last[view]?.count ?? 0) + 1 } }));
    goTo(withView(url, view), 'push');
  }
  const [placeActions] = useState(createPlaceActions);
  useEffect(() => placeActions.connect({ show, openMenu }));
  return { reveals, show, placeActionsOf: placeActions.of };
}

type Ends = { readonly show: Reveals['show']; readonly openMenu: (button: HTMLElement) => void };

/** The actions of every view, made once; what they lead to may change with every render. */
function createPlaceActions() {
  let ends: Ends = { show: () => undefined, openMenu: () => undefined };
  const actions = new Map(PANELS.map(({ view }) => [view, actionsIn(view, () => ends)]));
  return {
    connect: (newEnds: Ends) => {
      ends = newEnds;
    },
    of: (view: View) => actions.get(view) ?? NO_PLACE_ACTIONS,
  };
}

function actionsIn(view: View, endsNow: () => Ends): PlaceActions {
  return {
    openMenu: (button) => endsNow().openMenu(button),
    elsewhere: (path) => {
      const views: readonly View[] = viewsOfPlace(path);
      return PANELS.filter((panel) => panel.view !== view && views.includes(panel.view))
        .map((panel) => ({ view: panel.view, title: panel.title }))
        .toSorted((one, other) => views.indexOf(one.view) - views.indexOf(other.view));
    },
    show: (name, path) => {
      const target = PANELS.find((panel) => panel.view === name)?.view;
      if (target !== undefined) endsNow().show(target, path);
    },
  };
}
