import type { ResponseRule, StreamRule } from './rule.ts';
import { afterTerminal } from './rules/after-terminal.ts';
import { annotationOutsideText } from './rules/annotation-outside-text.ts';
import { argumentsNotFittingSchema } from './rules/arguments-not-fitting-schema.ts';
import { argumentsNotJson } from './rules/arguments-not-json.ts';
import { beforeCreated } from './rules/before-created.ts';
import { callLeftOpen } from './rules/call-left-open.ts';
import { callWithoutOutput } from './rules/call-without-output.ts';
import { contentType } from './rules/content-type.ts';
import { cutOffByMaxOutputTokens } from './rules/cut-off-by-max-output-tokens.ts';
import { deltaToUnknownItem } from './rules/delta-to-unknown-item.ts';
import { deltaToUnknownPart } from './rules/delta-to-unknown-part.ts';
import { deltasDifferFromDone } from './rules/deltas-differ-from-done.ts';
import { doneItemDiffersFromTerminal } from './rules/done-item-differs-from-terminal.ts';
import { encryptedAnew } from './rules/encrypted-anew.ts';
import { errorShape } from './rules/error-shape.ts';
import { eventTypeMissing } from './rules/event-type-missing.ts';
import { fieldOfWrongKind } from './rules/field-of-wrong-kind.ts';
import { framing } from './rules/framing.ts';
import { idsRotate } from './rules/ids-rotate.ts';
import { itemDoneWithoutAdded } from './rules/item-done-without-added.ts';
import { itemNeverClosed } from './rules/item-never-closed.ts';
import { lateMcpTools } from './rules/late-mcp-tools.ts';
import { noTerminalEvent } from './rules/no-terminal-event.ts';
import { requiredFieldMissing } from './rules/required-field-missing.ts';
import { secretInData } from './rules/secret-in-data.ts';
import { sequenceAbsent } from './rules/sequence-absent.ts';
import { sequenceDuplicate } from './rules/sequence-duplicate.ts';
import { sequenceGap } from './rules/sequence-gap.ts';
import { sequenceMissingOnSome } from './rules/sequence-missing-on-some.ts';
import { sequenceReorder } from './rules/sequence-reorder.ts';
import { sequenceReset } from './rules/sequence-reset.ts';
import { slotTakenTwice } from './rules/slot-taken-twice.ts';
import { statusBackwards } from './rules/status-backwards.ts';
import { storedDiffers } from './rules/stored-differs.ts';
import { structuredOutputNotFittingSchema } from './rules/structured-output-not-fitting-schema.ts';
import { structuredOutputUnreadable } from './rules/structured-output-unreadable.ts';
import { terminalOutputEmpty } from './rules/terminal-output-empty.ts';
import { unknownEvent } from './rules/unknown-event.ts';
import { unknownItem } from './rules/unknown-item.ts';
import { unknownPart } from './rules/unknown-part.ts';
import { unreadableEvent } from './rules/unreadable-event.ts';
import { usageDoesNotAddUp } from './rules/usage-does-not-add-up.ts';

/** The rules about the events of a stream, in the order in which they are told. One row per file in `rules/`. */
export const STREAM_RULES: readonly StreamRule[] = [
  sequenceGap,
  sequenceReorder,
  sequenceReset,
  sequenceDuplicate,
  sequenceMissingOnSome,
  beforeCreated,
  noTerminalEvent,
  afterTerminal,
  unreadableEvent,
  eventTypeMissing,
  itemDoneWithoutAdded,
  itemNeverClosed,
  slotTakenTwice,
  deltaToUnknownItem,
  deltaToUnknownPart,
  statusBackwards,
  deltasDifferFromDone,
  doneItemDiffersFromTerminal,
  terminalOutputEmpty,
  errorShape,
  sequenceAbsent,
  unknownEvent,
  encryptedAnew,
  idsRotate,
  lateMcpTools,
];

/** The rules about a Response, in the order in which they are told. */
export const RESPONSE_RULES: readonly ResponseRule[] = [
  requiredFieldMissing,
  contentType,
  framing,
  fieldOfWrongKind,
  structuredOutputUnreadable,
  structuredOutputNotFittingSchema,
  argumentsNotJson,
  argumentsNotFittingSchema,
  annotationOutsideText,
  usageDoesNotAddUp,
  storedDiffers,
  secretInData,
  cutOffByMaxOutputTokens,
  callWithoutOutput,
  callLeftOpen,
  unknownItem,
  unknownPart,
];
