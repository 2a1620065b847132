import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import type { JsonObject, JsonPath, JsonValue } from '#base/json.ts';
import { NO_PLACES, placesIn, type ValuePlaces } from '#base/value-places.ts';

const Places = createContext<ValuePlaces>(NO_PLACES);

/** Tells everything inside where the parts of `item` stand, which itself stands at `path`; null where it stands nowhere. */
export function ItemPlace({
  item,
  path,
  children,
}: {
  readonly item: JsonValue;
  readonly path: JsonPath | null;
  readonly children: ReactNode;
}) {
  const places = useMemo(() => createPlacesAt(path), [path]);
  places.lookIn(item);
  return <Places value={places}>{children}</Places>;
}

/**
 * Places of an item that may grow: always those of its latest state, by one object. Another object for each state would have all parts
 * drawn again, also those whose places are what they were.
 */
function createPlacesAt(path: JsonPath | null): ValuePlaces & { readonly lookIn: (item: JsonValue) => void } {
  let places = NO_PLACES;
  let known: JsonValue | undefined;
  return {
    pathOf: (value) => places.pathOf(value),
    lookIn: (item) => {
      if (item === known) return;
      known = item;
      places = path === null ? NO_PLACES : placesIn(item, path);
    },
  };
}

/** The path of `value`, an array or object of the item that is drawn; null for anything else. */
export function usePathOf(): ValuePlaces['pathOf'] {
  return useContext(Places).pathOf;
}

/**
 * Makes the `data-path` of what `steps` lead to from `value`, an array or object of the item that is drawn. Answers undefined
 * for copies and for what was parsed out of a text: nothing is said rather than something wrong.
 */
export function useDataPath(): (value: JsonValue | undefined, ...steps: JsonPath) => string | undefined {
  const pathOf = usePathOf();
  return useCallback(
    (value, ...steps) => {
      const path = pathOf(value);
      return path === null ? undefined : formatJsonPointer([...path, ...steps]);
    },
    [pathOf],
  );
}

type ItemFieldProps = {
  readonly of: JsonObject;
  readonly name: string;
  /** Part of a line. */
  readonly isInline?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Stands for one field of `of`: a string or a number has no identity by which its place could be told. */
export function ItemField({ of, name, isInline = false, className = 'min-w-0', children }: ItemFieldProps) {
  const dataPath = useDataPath();
  const Element = isInline ? 'span' : 'div';
  return (
    <Element data-path={Object.hasOwn(of, name) ? dataPath(of, name) : undefined} className={className}>
      {children}
    </Element>
  );
}
