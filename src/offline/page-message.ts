import { isJsonObject } from '#base/json.ts';

/** What an open page tells the workers. */
export type PageMessage = {
  readonly type: 'responses-devtools page';
  /** The address of the script that the page was started with; it tells which build the page is of. */
  readonly entry: string;
  /** True when the viewer is in use and not just visited: everything should be there without a network. */
  readonly wantsAll: boolean;
};

/** Reads a message; null for one that is not ours. */
export function readPageMessage(data: unknown): PageMessage | null {
  if (!isJsonObject(data) || data['type'] !== 'responses-devtools page' || typeof data['entry'] !== 'string') return null;
  return { type: data['type'], entry: data['entry'], wantsAll: data['wantsAll'] === true };
}
