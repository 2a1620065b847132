/** How a server wants to be shown the key. */
export type AuthStyle = { readonly kind: 'bearer' } | { readonly kind: 'header'; readonly name: string } | { readonly kind: 'none' };

export type HeaderPair = { readonly name: string; readonly value: string };

/** Where requests go and how they authenticate. The key itself is never part of it: one file of `state/` holds keys, bound to an origin. */
export type Connection = {
  /** Stable for as long as the connection is remembered. */
  readonly id: string;
  /** The preset it was made from; decides its title and what is said about the server. */
  readonly presetId: string;
  /** As the user wrote it: absolute or relative to the viewer ("/sample/v1"), possibly with a query (`?api-version=…`), without user info. */
  readonly baseUrl: string;
  readonly auth: AuthStyle;
  /** Sent as `OpenAI-Organization` and `OpenAI-Project` when not empty. */
  readonly organization: string;
  readonly project: string;
  /** Extra headers the user added. */
  readonly headers: readonly HeaderPair[];
};
