import type { OpenRequest, OpenTarget } from '#formats/open/open-request.ts';
import { readOpenText } from '#formats/open/read-open-text.ts';
import { withBaseUrl, type OpenDraft } from '#state/open-draft.ts';
import { linkTo } from '#state/address.ts';
import { HOME, VIEWS, type UrlState } from '#state/url-state.ts';

/** A sentence under the ID field. `choice` is an ID that a press takes. */
export type Remark = { readonly text: string; readonly isProblem: boolean; readonly choice: string | null };

export type AppliedText = {
  readonly draft: OpenDraft;
  readonly remarks: readonly Remark[];
  /** What a pasted viewer link looked at. */
  readonly view: Pick<UrlState, 'view' | 'item'> | null;
  /** True when the text is itself a response, to be opened as a recording. */
  readonly isRecording: boolean;
};

/**
 * The draft once its ID field holds `text`. Typing (`isWhole` false) is taken as it is, but for a key, which moves to the key
 * field at once; what came in one piece is taken apart into ID, base URL, parameters, headers and key.
 */
export function applyText(draft: OpenDraft, text: string, isWhole: boolean): AppliedText {
  const reading = readOpenText(text, { viewerUrl: linkTo(HOME) });
  const keyed = reading.key === null ? draft : { ...draft, key: reading.key };
  const hadKey = reading.key !== null;
  const asTyped: AppliedText = { draft: { ...keyed, responseId: hadKey ? '' : text }, remarks: [], view: null, isRecording: false };
  return isWhole || hadKey ? { ...asTyped, ...applyReading(asTyped.draft, reading, hadKey) } : asTyped;
}

function applyReading(draft: OpenDraft, reading: OpenRequest, hadKey: boolean): Partial<AppliedText> {
  const moved = hadKey ? [say('The key was moved to the API key field.')] : [];
  switch (reading.kind) {
    case 'response':
      return { draft: withTarget(draft, reading), remarks: [...moved, ...remarksOf(reading)], view: viewOf(reading) };
    case 'wrong-id':
      return {
        draft: { ...draft, responseId: reading.id },
        remarks: [...moved, blame(`This is the ID of ${reading.isA}. ${reading.instead}`)],
      };
    case 'unclear':
      return {
        draft,
        remarks: [
          ...moved,
          blame('There are several IDs in this text. Choose one:'),
          ...reading.candidates.map(({ id }) => ({ text: '', isProblem: false, choice: id })),
        ],
      };
    case 'no-id':
      return { draft: withServer(draft, reading.baseUrl, reading.auth, reading.key), remarks: [...moved, blame(NO_ID[reading.reason])] };
    case 'json':
      return { draft, isRecording: true };
    case 'key':
      return { draft, remarks: moved };
    case 'empty':
      return { draft };
  }
}

const NO_ID = {
  create: 'This request creates a response. Its ID is in the answer: the "id" that starts with resp_.',
  list: 'This URL has no response ID in it. It ends after /responses.',
  text: 'There is no response ID in this text.',
} as const;

function say(text: string): Remark {
  return { text, isProblem: false, choice: null };
}

function blame(text: string): Remark {
  return { text, isProblem: true, choice: null };
}

/** Fills the form from what the text says; what it does not say stays. A key of the text belongs to the text's base URL. */
function withTarget(draft: OpenDraft, target: OpenTarget): OpenDraft {
  const at = withServer(draft, target.baseUrl, target.auth, target.key);
  const { connection } = at;
  return {
    ...at,
    responseId: target.id,
    parameters: target.parameters ?? at.parameters,
    connection: {
      ...connection,
      organization: target.organization ?? connection.organization,
      project: target.project ?? connection.project,
      headers: target.headers.length > 0 ? target.headers : connection.headers,
    },
  };
}

function withServer(draft: OpenDraft, baseUrl: string | null, auth: OpenTarget['auth'], key: string | null): OpenDraft {
  const at = baseUrl === null ? draft : withBaseUrl(draft, baseUrl);
  return { ...at, key: key ?? at.key, connection: { ...at.connection, auth: auth ?? at.connection.auth } };
}

function viewOf({ view }: OpenTarget): AppliedText['view'] {
  if (view.view === null && view.item === null) return null;
  return { view: VIEWS.find((name) => name === view.view) ?? 'output', item: view.item };
}

function remarksOf(target: OpenTarget): readonly Remark[] {
  const taken = [
    ...(target.baseUrl === null ? [] : ['base URL']),
    ...(target.key === null ? [] : ['key']),
    ...(target.parameters === null ? [] : ['parameters']),
    ...(target.organization === null ? [] : ['organization']),
    ...(target.project === null ? [] : ['project']),
    ...target.headers.map(({ name }) => name),
  ];
  return [
    ...(taken.length === 0 ? [] : [say(`Taken from the text: ID, ${taken.join(', ')}.`)]),
    ...(target.notHonoured.length === 0 ? [] : [say(`A browser cannot do this, so it is left out: ${target.notHonoured.join(', ')}.`)]),
    ...target.notes.map(say),
  ];
}
