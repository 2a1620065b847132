import { describeKind } from '#base/data-blob.ts';
import type { JsonPath } from '#base/json.ts';
import { forgetType, hideType, isFiltering, showAllTypes, showOnly, type ItemFilter } from '#model/item-filter.ts';
import { filesOfPlace, type PlaceFile } from '#model/place-files.ts';
import { itemOfPlace, pathTexts, textOfValue, wirePlace, type Place } from '#model/place.ts';
import type { MenuAction, MenuRow } from '#ui/context-menu.tsx';

/** What the menu of a place is made of, beside the place. */
export type MenuSubject = {
  readonly place: Place;
  /** The ID of the response, for names of files. */
  readonly responseId: string | null;
  /** The other views that show the place. */
  readonly elsewhere: readonly { readonly view: string; readonly title: string }[];
  /** Opens or closes what the place holds. */
  readonly disclosures: readonly MenuAction[];
  /** The filter of the list that the place is in, and the type of its item; null where the view cannot be filtered by it. */
  readonly filtering: { readonly filter: ItemFilter; readonly type: string | null } | null;
};

/** What the rows of the menu do. */
export type MenuDeeds = {
  readonly jsonOf: (place: Place) => string;
  /** `what` says what was copied: "JSON", "path". */
  readonly copy: (text: string, what: string) => void;
  readonly copyLink: (item: NonNullable<ReturnType<typeof itemOfPlace>>) => void;
  readonly show: (view: string, path: JsonPath) => void;
  readonly filter: (filter: ItemFilter) => void;
  readonly save: (file: PlaceFile, place: Place) => void;
};

/** The rows of the menu of a place, in groups; a group without rows is left out. */
export function menuGroups(subject: MenuSubject, deeds: MenuDeeds): readonly (readonly MenuRow[])[] {
  return [copyRows(subject, deeds), goRows(subject, deeds), filterRows(subject, deeds), saveRows(subject, deeds)].filter(
    (rows) => rows.length > 0,
  );
}

function copyRows({ place }: MenuSubject, { jsonOf, copy, copyLink }: MenuDeeds): readonly MenuRow[] {
  const { value } = place;
  const text = textOfValue(value);
  const item = itemOfPlace(place);
  const isScalar = text === null && (typeof value !== 'object' || value === null);
  const paths = pathTexts(place);
  return [
    ...(text === null || text === '' ? [] : [{ label: 'Copy text', run: () => copy(text, 'text') }]),
    { label: isScalar ? 'Copy value' : 'Copy JSON', run: () => copy(jsonOf(place), isScalar ? 'value' : 'JSON') },
    {
      label: 'Copy path',
      rows: [
        ...(paths.dot === '' ? [] : [{ label: 'Dot path', detail: paths.dot, run: () => copy(paths.dot, 'dot path') }]),
        { label: 'JSONPath', detail: paths.jsonpath, run: () => copy(paths.jsonpath, 'JSONPath') },
        { label: 'jq', detail: paths.jq, run: () => copy(paths.jq, 'jq filter') },
      ],
    },
    ...(item === null ? [] : [{ label: `Copy link to item ${item.position}`, run: () => copyLink(item) }]),
  ];
}

function goRows({ place, elsewhere, disclosures }: MenuSubject, { show }: MenuDeeds): readonly MenuRow[] {
  const { path } = wirePlace(place);
  return [...elsewhere.map(({ view, title }) => ({ label: `Show in ${title}`, run: () => show(view, path) })), ...disclosures];
}

function filterRows({ filtering }: MenuSubject, deeds: MenuDeeds): readonly MenuRow[] {
  if (filtering === null) return [];
  const { filter, type } = filtering;
  const isOnly = type !== null && filter.types.length === 1 && filter.types[0] === type;
  return [
    ...(type === null || isOnly ? [] : [{ label: 'Filter to this type', detail: type, run: () => deeds.filter(showOnly(filter, type)) }]),
    ...(type === null
      ? []
      : [{ label: 'Hide this type', detail: type, run: () => deeds.filter(hideType(isOnly ? forgetType(filter, type) : filter, type)) }]),
    ...(isFiltering(filter) ? [{ label: 'Show all types', run: () => deeds.filter(showAllTypes(filter)) }] : []),
  ];
}

function saveRows({ place, responseId }: MenuSubject, { save }: MenuDeeds): readonly MenuRow[] {
  return filesOfPlace(place, responseId).map((file) => ({ label: `Save ${nameOf(file)} as file`, run: () => save(file, place) }));
}

function nameOf({ content }: PlaceFile): string {
  if (content.kind === 'data') return describeKind(content.data);
  return content.kind === 'json' ? 'JSON' : 'text';
}
