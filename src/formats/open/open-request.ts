import type { AuthStyle, HeaderPair } from '#protocol/connection.ts';
import type { RetrieveParameters } from '#protocol/parameters.ts';

/** What a viewer link says is looked at; null where it says nothing. Kept as text: the URL state decides what is valid. */
export type ViewParameters = {
  readonly view: string | null;
  readonly item: string | null;
  readonly seq: string | null;
  readonly q: string | null;
};

export const NO_VIEW: ViewParameters = { view: null, item: null, seq: null, q: null };

/** A response to retrieve, and everything the text said about how. null: the text does not say. */
export type OpenTarget = {
  readonly kind: 'response';
  readonly id: string;
  readonly baseUrl: string | null;
  readonly parameters: RetrieveParameters | null;
  readonly auth: AuthStyle | null;
  /** Extra headers, without those that authenticate or that browsers set themselves. */
  readonly headers: readonly HeaderPair[];
  readonly organization: string | null;
  readonly project: string | null;
  readonly view: ViewParameters;
  readonly key: string | null;
  /** What the text asks for and a browser cannot do, as phrases: "cookies (-b)". */
  readonly notHonoured: readonly string[];
  /** What the user should know about how the text was read, as sentences. */
  readonly notes: readonly string[];
};

/** What a text pasted into the open field means. A key that stood in it is in `key` and in no other field. */
export type OpenRequest =
  | { readonly kind: 'empty'; readonly key: null }
  | OpenTarget
  /** Nothing but a key. */
  | { readonly kind: 'key'; readonly key: string }
  /** The ID of something else, such as `msg_…`. `isA` completes "This is the ID of …"; `instead` says what to look for. */
  | { readonly kind: 'wrong-id'; readonly id: string; readonly isA: string; readonly instead: string; readonly key: string | null }
  /** The text is a Response itself (or carries one), or the events of one: open it as a recording. */
  | { readonly kind: 'json'; readonly key: null }
  /** Several IDs, none more likely than the others. */
  | { readonly kind: 'unclear'; readonly candidates: readonly OpenTarget[]; readonly key: string | null }
  /** `create`: a request that creates a response, whose ID is in its answer. `list`: an API URL without an ID. `text`: no ID found. */
  | {
      readonly kind: 'no-id';
      readonly reason: 'create' | 'list' | 'text';
      readonly baseUrl: string | null;
      readonly auth: AuthStyle | null;
      readonly key: string | null;
      readonly notHonoured: readonly string[];
    };

/** A target of which only the ID is known. */
export function targetOf(id: string, more: Partial<OpenTarget> = {}): OpenTarget {
  return {
    kind: 'response',
    id,
    baseUrl: null,
    parameters: null,
    auth: null,
    headers: [],
    organization: null,
    project: null,
    view: NO_VIEW,
    key: null,
    notHonoured: [],
    notes: [],
    ...more,
  };
}
