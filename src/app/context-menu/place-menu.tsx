import { useMemo, useState } from 'react';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { arrayOf, stringOf, valueAt, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatItemFilter, itemTypeOf, parseItemFilter } from '#model/item-filter.ts';
import { namesOfItems } from '#model/item-name.ts';
import { itemOfPlace, placeName, readPlace, wirePlace, type Place, type PlaceDocuments } from '#model/place.ts';
import type { Recording } from '#model/recording.ts';
import { maskSecrets } from '#model/request-fields.ts';
import { goTo, linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { useInputList } from '#state/use-input-items.ts';
import { ContextMenu } from '#ui/context-menu.tsx';
import { copyText } from '#ui/copy-text.ts';
import type { PlaceActions } from '#ui/place-actions.tsx';
import { disclosuresOf } from './disclosure-of.ts';
import { menuGroups, type MenuDeeds, type MenuSubject } from './menu-groups.ts';
import { MenuNote } from './menu-note.tsx';
import { placeJson } from './place-json.ts';
import { returnFocus } from './return-focus.ts';
import { saveFile } from './save-file.ts';
import type { MenuRequest } from './use-place-menu.ts';

export type PlaceMenuProps = {
  readonly request: MenuRequest;
  readonly recording: Recording;
  readonly url: UrlState;
  readonly actions: PlaceActions;
};

const NO_ITEMS: JsonArray = [];

/** The menu of one place, and what it says once it has done something. Mounted anew for every request. */
export function PlaceMenu({ request, recording, url, actions }: PlaceMenuProps) {
  const [note, setNote] = useState<{ readonly text: string; readonly isTrouble: boolean } | null>(null);
  const inputItems = useInputList(recording)?.items ?? NO_ITEMS;
  const documents = useMemo(() => documentsOf(recording.response, inputItems, request, url), [recording, inputItems, request, url]);
  const place = useMemo(() => readPlace(request.address, documents), [request, documents]);
  if (place === null) return null;
  const say = (text: string, isTrouble = false) => setNote({ text, isTrouble });
  const deeds = deedsOf({ recording, documents, url, actions, say });
  return (
    <>
      <ContextMenu
        x={request.x}
        y={request.y}
        title={placeName(place)}
        groups={menuGroups(subjectOf(place, documents, request, url, actions), deeds)}
        isByKey={request.isByKey}
        onFocusLost={() => returnFocus(request)}
      />
      <MenuNote key={note?.text} text={note?.text ?? null} isTrouble={note?.isTrouble ?? false} />
    </>
  );
}

/** Request hides the credentials of MCP servers, so its menu hides them too. */
function documentsOf(response: JsonObject, inputItems: JsonArray, { address }: MenuRequest, url: UrlState): PlaceDocuments {
  const field = url.view === 'request' && address.document === 'response' ? (address.pointer.split('/')[1] ?? '') : '';
  const value = Object.hasOwn(response, field) ? response[field] : undefined;
  return { response: value === undefined ? response : { ...response, [field]: maskSecrets(value) }, inputItems };
}

function subjectOf(place: Place, documents: PlaceDocuments, { element }: MenuRequest, url: UrlState, actions: PlaceActions): MenuSubject {
  const wire = wirePlace(place);
  const item = itemOfPlace(place);
  const isListed = item !== null && item.list === url.view;
  return {
    place,
    responseId: stringOf(documents.response['id']),
    elsewhere: wire.document === 'response' ? actions.elsewhere(wire.path) : [],
    disclosures: disclosuresOf(element),
    filtering: isListed ? { filter: parseItemFilter(url.q), type: itemTypeOf(itemValue(wire, documents)) } : null,
  };
}

function itemValue({ document, path }: Place, documents: PlaceDocuments): JsonValue | undefined {
  return readPlace({ document, pointer: formatJsonPointer(path.slice(0, 2)), around: null }, documents)?.value;
}

type DeedsInput = {
  readonly recording: Recording;
  readonly documents: PlaceDocuments;
  readonly url: UrlState;
  readonly actions: PlaceActions;
  readonly say: (text: string, isTrouble?: boolean) => void;
};

function deedsOf({ recording, documents, url, actions, say }: DeedsInput): MenuDeeds {
  async function copy(text: string, what: string) {
    const isCopied = await copyText(text);
    say(isCopied ? `Copied ${what}` : 'The browser refused to copy', !isCopied);
  }
  const jsonOf = (place: Place) => placeJson(place, recording);
  return {
    jsonOf,
    copy: (text, what) => void copy(text, what),
    copyLink: ({ list, position }) => {
      const items =
        list === 'output' || documents.inputItems.length === 0 ? arrayOf(valueAt(documents.response, [list])) : documents.inputItems;
      const state: UrlState = {
        ...url,
        view: list,
        item: namesOfItems(items)[position] ?? `@${position}`,
        q: list === url.view ? url.q : null,
      };
      void copy(linkTo(state), `link to item ${position}`);
    },
    show: actions.show,
    filter: (filter) => goTo({ ...url, q: formatItemFilter(filter) }, 'replace'),
    save: (file, place) => {
      if (!saveFile(file, () => jsonOf(place))) say('The data is broken: there is nothing to save', true);
    },
  };
}
