import { useMemo } from 'react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { answerText } from '#model/answer-text.ts';
import { CopyButton } from '#ui/copy-button.tsx';

/** The answer as one text: what SDKs call `output_text`, always computed from the parts. */
export function AnswerBar({ response }: { readonly response: JsonObject }) {
  const text = useMemo(() => answerText(response), [response]);
  if (text === '') return null;
  return (
    <div className="flex items-center justify-end text-sm text-secondary">
      <span className="mr-1">Answer: {formatBytes(utf8Length(text))}</span>
      <CopyButton label="Copy answer text" text={text} />
    </div>
  );
}
