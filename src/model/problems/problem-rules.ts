import type { ResponseRule, StreamRule } from './rule.ts';
import { deltasDifferFromDone } from './rules/deltas-differ-from-done.ts';
import { doneItemDiffersFromTerminal } from './rules/done-item-differs-from-terminal.ts';
import { terminalOutputEmpty } from './rules/terminal-output-empty.ts';
import { errorShape } from './rules/error-shape.ts';
import { encryptedAnew } from './rules/encrypted-anew.ts';
import { idsRotate } from './rules/ids-rotate.ts';
import { lateMcpTools } from './rules/late-mcp-tools.ts';
import { annotationOutsideText } from './rules/annotation-outside-text.ts';
import { argumentsNotFittingSchema } from './rules/arguments-not-fitting-schema.ts';
import { argumentsNotJson } from './rules/arguments-not-json.ts';
import { callLeftOpen } from './rules/call-left-open.ts';
import { callWithoutOutput } from './rules/call-without-output.ts';
import { cutOffByMaxOutputTokens } from './rules/cut-off-by-max-output-tokens.ts';
import { fieldOfWrongKind } from './rules/field-of-wrong-kind.ts';
import { requiredFieldMissing } from './rules/required-field-missing.ts';
import { secretInData } from './rules/secret-in-data.ts';
import { storedDiffers } from './rules/stored-differs.ts';
import { structuredOutputNotFittingSchema } from './rules/structured-output-not-fitting-schema.ts';
import { structuredOutputUnreadable } from './rules/structured-output-unreadable.ts';
import { unknownItem } from './rules/unknown-item.ts';
import { unknownPart } from './rules/unknown-part.ts';
import { usageDoesNotAddUp } from './rules/usage-does-not-add-up.ts';

/** The rules about the events of a stream, in the order in which they are told. One row per file in `rules/`. */
export const STREAM_RULES: readonly StreamRule[] = [
  deltasDifferFromDone,
  doneItemDiffersFromTerminal,
  terminalOutputEmpty,
  errorShape,
  encryptedAnew,
  idsRotate,
  lateMcpTools,
];

/** The rules about a Response, in the order in which they are told. */
export const RESPONSE_RULES: readonly ResponseRule[] = [
  requiredFieldMissing,
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
