import type { AuthStyle } from './connection.ts';

/** `unknown`: nobody has told us; said as such. */
export type Support = 'yes' | 'no' | 'unknown';

/** Can a page in a browser talk to it? `flag-needed`: only once the server is started with a flag or setting that `notes` name. */
export type Reachability = 'open' | 'blocked' | 'flag-needed' | 'unknown';

export type BaseUrlVariant = { readonly title: string; readonly baseUrl: string };

/** How a base URL is recognised: by host (`*.example.com` for a whole domain), or by the usual port on this computer or network. */
export type ProviderMark = {
  readonly hosts: readonly string[];
  readonly localPort: number | null;
  /** The path that tells two providers on the same host apart. */
  readonly path: RegExp | null;
};

/** A preset: fills the connection form, and says before a key is typed what the server can and can't do. All texts are plain sentences. */
export type Provider = {
  readonly id: string;
  readonly title: string;
  /** What the form is filled with; parts in braces are for the user to fill in. Empty for a server we know nothing of. */
  readonly baseUrl: string;
  /** Further base URLs of the same API, such as regions. */
  readonly variants: readonly BaseUrlVariant[];
  readonly auth: AuthStyle;
  readonly key: { readonly need: 'required' | 'optional'; readonly label: string; readonly placeholder: string };
  /** `GET /responses/{id}`; `unless-configured`: it refuses until the server is started with the setting that `notes` name. */
  readonly canRetrieve: 'yes' | 'no' | 'unless-configured';
  /** `GET /responses/{id}?stream=true`. */
  readonly canStream: Support;
  /** `GET /responses/{id}/input_items`. */
  readonly canListInput: Support;
  /** `POST /responses/{id}/cancel`. */
  readonly canCancel: Support;
  readonly reachability: Reachability;
  /** Said up front, most important first. */
  readonly notes: readonly string[];
  /** How long it keeps responses: advice when an ID is not found. */
  readonly retention: string;
  /** What to check when the browser could not reach it; the most likely first. */
  readonly whenUnreachable: readonly string[];
  readonly mark: ProviderMark;
};
