import { useState } from 'react';
import type { Connection } from '#protocol/connection.ts';
import { goTo, useUrlState } from '#state/address.ts';
import { submitDraft, type OpenDraft } from '#state/open-draft.ts';
import { HOME, type Place, type UrlState } from '#state/url-state.ts';
import { openText } from '#app/open-recording.ts';
import { applyText, type AppliedText, type Remark } from './apply-text.ts';

export type OpenFormState = {
  readonly draft: OpenDraft;
  readonly setDraft: (draft: OpenDraft) => void;
  /** What is said about the text in the ID field. */
  readonly remarks: readonly Remark[];
  /** Rises whenever the form was filled from a text, so that fields with a text of their own start anew. */
  readonly revision: number;
  /** The ID field holds `text` now. `isWhole`: it came in one piece, so what it contains is taken apart at once. */
  readonly enterText: (text: string, isWhole: boolean) => void;
  /** Asks for what the form holds; `stream` asks for its stream whatever the parameters say. */
  readonly submit: (how?: 'stream') => void;
};

type Ask = (connection: Connection, place: Extract<Place, { kind: 'response' }>) => void;

/** The state of the form. It starts from `initial`, and again whenever `identity` changes. */
export function useOpenForm(initial: OpenDraft | (() => OpenDraft), identity: unknown, ask: Ask): OpenFormState {
  const url = useUrlState();
  const [form, setForm] = useState(() => startForm(initial, identity, 0));
  let current = form;
  if (form.identity !== identity) {
    current = startForm(initial, identity, form.revision + 1);
    setForm(current);
  }

  function take({ draft, remarks, view }: AppliedText, isWhole: boolean): void {
    const isRead = isWhole && !remarks.some(({ isProblem }) => isProblem);
    setForm({
      ...current,
      draft,
      remarks,
      view,
      revision: isWhole ? current.revision + 1 : current.revision,
      knownId: isRead ? draft.responseId : current.knownId,
    });
  }
  async function openAsRecording(text: string): Promise<void> {
    const outcome = await openText(text);
    if (!outcome.ok) setForm({ ...current, remarks: [{ text: outcome.problem, isProblem: true, choice: null }] });
  }
  function enterText(text: string, isWhole: boolean): void {
    const applied = applyText(current.draft, text, isWhole);
    take(applied, isWhole);
    if (applied.isRecording) void openAsRecording(text);
  }
  function submit(how?: 'stream'): void {
    const text = current.draft.responseId;
    // An ID that came from a link or was read from a text is not read again: it may have spaces, or look like something else.
    const isKnown = text !== '' && text === current.knownId;
    const remarks = current.remarks.filter(({ isProblem }) => !isProblem);
    const applied = isKnown ? { ...current, remarks, isRecording: false } : applyText(current.draft, text, true);
    take(applied, true);
    if (applied.isRecording) void openAsRecording(text);
    if (applied.isRecording || applied.remarks.some(({ isProblem }) => isProblem)) return;
    if (applied.draft.responseId.trim() === '') {
      setForm({ ...current, remarks: [{ text: 'Enter a response ID, or something that contains one.', isProblem: true, choice: null }] });
      return;
    }
    const { place, connection, isStored } = submitDraft(how === 'stream' ? withStream(applied.draft) : applied.draft);
    if (!isStored) setForm({ ...current, draft: { ...applied.draft, keep: 'page' }, remarks: [NOT_STORED] });
    goTo({ ...lookOf(url, place), ...(applied.view ?? current.view), place }, 'push');
    ask(connection, place);
  }
  return {
    draft: current.draft,
    setDraft: (draft) => setForm({ ...current, draft }),
    remarks: current.remarks,
    revision: current.revision,
    enterText,
    submit,
  };
}

function withStream(draft: OpenDraft): OpenDraft {
  return { ...draft, parameters: { ...draft.parameters, stream: true } };
}

/** Asked again, a response is looked at as before: a link to one of its tabs or items survives that its reader enters a key. */
function lookOf(url: UrlState, { id, baseUrl }: Extract<Place, { kind: 'response' }>): UrlState {
  const isSame = url.place.kind === 'response' && url.place.id === id && url.place.baseUrl === baseUrl;
  return isSame ? { ...url, notes: [], heldSecret: false } : HOME;
}

const NOT_STORED: Remark = {
  text: 'This browser does not let the page store anything, so the key is kept for this page only.',
  isProblem: false,
  choice: null,
};

function startForm(initial: OpenDraft | (() => OpenDraft), identity: unknown, revision: number) {
  const draft = typeof initial === 'function' ? initial() : initial;
  return { draft, remarks: [] as readonly Remark[], view: null as AppliedText['view'], identity, revision, knownId: draft.responseId };
}
