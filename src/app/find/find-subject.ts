import { arrayOf, objectOf, type JsonPath, type JsonValue } from '#base/json.ts';
import type { FindScope } from '#model/find-texts.ts';
import { inputInBody, renderedMessages, type InputList } from '#model/input-items.ts';
import { parseItemFilter, shownPositions } from '#model/item-filter.ts';
import type { Recording } from '#model/recording.ts';
import { INPUT_ITEMS_PATH } from '#model/reveal.ts';
import type { FindSubject } from '#state/find-session.ts';
import type { View } from '#state/url-state.ts';

/** Everything: keys, paths and values. */
const ALL: FindScope = { keys: true, paths: true, literals: true };
/** One text. */
const TEXT: FindScope = { keys: false, paths: false, literals: false };
/** What items say. Probabilities repeat it token by token, beside the letters of words that were not said. */
const SAID: FindScope = { ...TEXT, except: new Set(['logprobs']), sealedOnce: true };

/** `isFiltered` is true when a filter keeps items out of it. */
export type ViewSubject = FindSubject & { readonly isFiltered: boolean };

type ViewInput = {
  readonly view: View;
  /** The filter of the link. */
  readonly q: string | null;
  readonly recording: Recording;
  readonly input: InputList | null;
  readonly shownText: string | null;
};

/** The data that is looked through in a view; null for a view of which the screen is looked through. */
export function subjectOfView({ view, q, recording: { response }, input, shownText }: ViewInput): ViewSubject | null {
  if (view === 'raw') {
    return shownText === null ? { parts: [{ path: [], value: response }], scope: ALL, isFiltered: false } : subjectOfText(shownText);
  }
  if (view === 'output') return { ...listParts(['output'], response['output'] ?? null, q), scope: SAID };
  if (view !== 'input') return null;
  const { instructions } = response;
  const messages = renderedMessages(response);
  const items = input === null ? inputInBody(response) : input.items;
  const list = items === null ? { parts: [], isFiltered: false } : listParts(input === null ? ['input'] : INPUT_ITEMS_PATH, items, q);
  return {
    parts: [
      ...(instructions === undefined || instructions === null ? [] : [{ path: ['instructions'], value: instructions }]),
      ...(messages.length === 0 ? [] : [{ path: ['input_messages'], value: messages }]),
      ...list.parts,
    ],
    scope: SAID,
    isFiltered: list.isFiltered,
  };
}

/** One text, with the place []. */
export function subjectOfText(text: string): ViewSubject {
  return { parts: [{ path: [], value: text }], scope: TEXT, isFiltered: false };
}

/** True when a message of what is looked through comes with probabilities. */
export function leavesOutProbabilities({ parts, scope }: FindSubject): boolean {
  if (scope.except === undefined) return false;
  const contents = parts.flatMap(({ value }) => arrayOf(value)).map((item) => arrayOf(objectOf(item)?.['content']));
  return contents.some((content) => content.some((part) => arrayOf(objectOf(part)?.['logprobs']).length > 0));
}

function listParts(path: JsonPath, value: JsonValue, q: string | null): Pick<ViewSubject, 'parts' | 'isFiltered'> {
  const items = arrayOf(value);
  const shown = shownPositions(items, parseItemFilter(q));
  if (shown === null || shown.length === items.length) return { parts: [{ path, value }], isFiltered: false };
  return { parts: shown.map((position) => ({ path: [...path, position], value: items[position] ?? null })), isFiltered: true };
}
