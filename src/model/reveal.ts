import type { JsonPath } from '#base/json.ts';

/** A wish to see the value at `path` of the Response. `count` grows with each wish, so that the same one can be made again. */
export type Reveal = { readonly path: JsonPath; readonly count: number };

/**
 * The path under which a view of the input shows an item of the list that `/input_items` answers with: the items are no part of the
 * response, so their paths are those of that list, all its pages in one.
 */
export const INPUT_ITEMS_PATH: JsonPath = ['data'];
