import type { OpenDraft } from '#state/open-draft.ts';
import type { UrlState } from '#state/url-state.ts';

/** A sentence under the ID field. `choice` is an ID that a press takes. */
export type Remark = { readonly text: string; readonly isProblem: boolean; readonly choice: string | null };

export type AppliedText = {
  readonly draft: OpenDraft;
  readonly remarks: readonly Remark[];
  /** What a pasted viewer link looked at. */
  readonly view: Pick<UrlState, 'view' | 'item'> | null;
  /** True when the text was itself a response and is open now. */
  readonly opened: boolean;
};

export function applyText(draft: OpenDraft, text: string, _isWhole: boolean): AppliedText {
  return { draft: { ...draft, responseId: text }, remarks: [], view: null, opened: false };
}
