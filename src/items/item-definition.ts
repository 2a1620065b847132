import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { JsonObject } from '#base/json.ts';
import type { ItemState } from '#model/fold-state.ts';
import type { GivenTool } from '#model/given-tools.ts';
import type { ItemLinkRole } from '#model/item-links.ts';
import type { ExpectedFields } from './expected-fields.tsx';

/** An item that another one leads to. */
export type LinkedItem = {
  readonly position: number;
  /** The tab it stands in, where that is another one than the reader is in: "Input". */
  readonly tab?: string;
  readonly item: JsonObject;
  readonly onJump: () => void;
};

/** Another item of the same thread: the answer to an approval, a call that a program made. */
export type RelatedItem = LinkedItem & { readonly role: ItemLinkRole };

/** What an item may know beyond itself. */
export type ItemContext = {
  /** Where the item stands in its list, from 0. */
  readonly position: number;
  /** The other half of a call and its output, or of an approval and its answer. */
  readonly partner: LinkedItem | null;
  /** Reasoning tokens of the whole response, when the server counted them. */
  readonly reasoningTokens: number | null;
  /** How many reasoning items share those tokens. */
  readonly reasoningItems: number;
  /** True when `text.format` asked for JSON. */
  readonly expectsJson: boolean;
  /** True while the response is still being made: a missing output may yet come. */
  readonly isUnfinished: boolean;
  /** True in a list where the assistant is one of several who speak: its messages then say so. */
  readonly hasManySpeakers?: boolean;
  /** The other items of its threads, in the order of the conversation. */
  readonly related?: readonly RelatedItem[];
  /** The functions and MCP tools that the model could call. */
  readonly tools?: readonly GivenTool[];
  /** What the events of a stream tell of it; null or absent where it came as a whole. */
  readonly state?: ItemState | null;
  /** True while it is being written: more of it is expected. */
  readonly isGrowing?: boolean;
};

export type ItemProps = { readonly item: JsonObject; readonly context: ItemContext };

/** How one item type looks. One file per type; the registry in `item-definitions.tsx` has one row per type. */
export type ItemDefinition = {
  readonly icon: LucideIcon;
  /** What kind of thing it is, where `title` is a name: "Function call". Part of the accessible name. */
  readonly kind?: string;
  /** What it is, in a word or two: "Message", or the name of the tool that was called. */
  readonly title: (item: JsonObject) => string;
  /** One line that tells what happened, so that a closed list reads like a story. */
  readonly summary: (item: JsonObject, context: ItemContext) => string;
  /** Stands in place of `summary` while the body is open, where the body says the same in full. */
  readonly openSummary?: (item: JsonObject, context: ItemContext) => string;
  /** Short facts at the right of the header: "704 tokens", "2 citations". The size is added by the frame. */
  readonly facts?: (item: JsonObject, context: ItemContext) => readonly string[];
  /** What the reader must know or do, set apart as a warning: "no output here: the next turn brings it". */
  readonly notice?: (item: JsonObject, context: ItemContext) => string | null;
  /**
   * The fields that `Body` draws, beside those that the frame draws on every item: `type`, `id`, `status`, `created_by` and `agent`.
   * Whatever else the item carries, or carries in another form, is listed under it by the frame.
   */
  readonly fields: ExpectedFields | 'all';
  readonly Body: ComponentType<ItemProps>;
  /** Open from the start; other items start as one line. A failed item always starts open. */
  readonly startsOpen?: (item: JsonObject) => boolean;
  /** Opens once there is something to see of it while it is being written, and then stays as it is. */
  readonly opensGrowing?: (item: JsonObject, state: ItemState) => boolean;
};
