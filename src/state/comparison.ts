import type { JsonObject } from '#base/json.ts';
import type { Connection } from '#protocol/connection.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';

/** How far comparing a streamed response with the stored one is. */
export type ComparisonState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  /** `receivedAt` in Unix milliseconds. */
  | { readonly kind: 'done'; readonly response: JsonObject; readonly receivedAt: number }
  | { readonly kind: 'failed'; readonly failure: RetrieveFailure };

/** A streamed response can be asked for once more, as the server keeps it. */
export type Comparison = {
  readonly state: ComparisonState;
  /** Whom it asks, and for what. */
  readonly connection: Connection;
  readonly responseId: string;
  readonly hasKey: boolean;
  readonly ask: () => void;
};
