/**
 * Compiles only while we know every name that the official SDK's types know. After an update of `openai`, `tsc` says
 * `Type '"the_new_name"' does not satisfy the constraint 'never'` on the line whose list has to grow.
 */
import type { BetaResponseItem, BetaResponseStreamEvent } from 'openai/resources/beta/responses/responses';
import type {
  Response,
  ResponseIncludable,
  ResponseInputItem,
  ResponseItem,
  ResponseOutputItem,
  ResponseOutputMessage,
  ResponseOutputText,
  ResponseStatus as SdkStatus,
  ResponseInputContent,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import type { EventType } from './event-types.ts';
import type { ANNOTATION_TYPES, CONTENT_PART_TYPES, OTHER_ITEM_TYPES, OutputItemType } from './item-types.ts';
import type { INCLUDE_VALUES } from './parameters.ts';
import type { FURTHER_FIELDS, INCOMPLETE_REASONS, ResponseStatus, SPECIFIED_FIELDS } from './response-fields.ts';

/** Takes no name at all. */
type None<Names extends never> = Names;
/** The names of the SDK that are missing from ours; optional fields bring an undefined that is no name. */
type Missing<SdkNames, OurNames> = Exclude<SdkNames, OurNames | null | undefined>;

type AnyItemType = OutputItemType | (typeof OTHER_ITEM_TYPES)[number];
type IncompleteDetails = NonNullable<Response['incomplete_details']>;
/** `output_text` is among ours although the SDK makes it up on its side: some servers send it. */
type ResponseField = (typeof SPECIFIED_FIELDS | typeof FURTHER_FIELDS)[number];

export type Drift = {
  outputItems: None<Missing<ResponseOutputItem['type'], OutputItemType>>;
  retrievedItems: None<Missing<ResponseItem['type'], AnyItemType>>;
  inputItems: None<Missing<ResponseInputItem['type'], AnyItemType>>;
  multiAgentItems: None<Missing<BetaResponseItem['type'], AnyItemType>>;
  outputParts: None<Missing<ResponseOutputMessage['content'][number]['type'], (typeof CONTENT_PART_TYPES)[number]>>;
  inputParts: None<Missing<ResponseInputContent['type'], (typeof CONTENT_PART_TYPES)[number]>>;
  annotations: None<Missing<ResponseOutputText['annotations'][number]['type'], (typeof ANNOTATION_TYPES)[number]>>;
  events: None<Missing<ResponseStreamEvent['type'], EventType>>;
  multiAgentEvents: None<Missing<BetaResponseStreamEvent['type'], EventType>>;
  includables: None<Missing<ResponseIncludable, (typeof INCLUDE_VALUES)[number]['value']>>;
  statuses: None<Missing<SdkStatus, ResponseStatus>>;
  incompleteReasons: None<Missing<IncompleteDetails['reason'], (typeof INCOMPLETE_REASONS)[number]>>;
  fields: None<Missing<keyof Response, ResponseField>>;
};
