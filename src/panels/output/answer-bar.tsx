import { useMemo } from 'react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { answerBeginning, answerText } from '#model/answer-text.ts';
import { CopyButton } from '#ui/copy-button.tsx';

/** So much of the answer is measured, in characters; the whole is put together when it is copied. */
const MEASURED = 100_000;

/** The answer as one text: what SDKs call `output_text`, always computed from the parts. */
export function AnswerBar({ response }: { readonly response: JsonObject }) {
  const beginning = useMemo(() => answerBeginning(response, MEASURED), [response]);
  if (beginning === '') return null;
  const size = formatBytes(utf8Length(beginning));
  return (
    <div className="flex items-center justify-end text-sm text-secondary">
      <span className="mr-1">Answer: {beginning.length < MEASURED ? size : `over ${size}`}</span>
      <CopyButton label="Copy answer text" text={() => answerText(response)} />
    </div>
  );
}
