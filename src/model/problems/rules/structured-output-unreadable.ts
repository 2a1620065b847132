import { formatDotPath } from '#base/json-path-text.ts';
import { whereJsonBreaks } from '#model/problems/json-text.ts';
import { STRUCTURED_OUTPUTS } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';
import { structuredFormat, structuredTexts } from '#model/problems/structured-texts.ts';

export const structuredOutputUnreadable: ResponseRule = {
  id: 'structured-output-unreadable',
  severity: 'error',
  title: 'Structured output is not JSON',
  proves: 'text.format asked for JSON, and a completed answer does not parse as JSON.',
  suffers: 'Clients parse such an answer without further checks, and throw.',
  reference: STRUCTURED_OUTPUTS,
  *check(subject) {
    const format = structuredFormat(subject.response);
    if (format === null) return;
    for (const { path, text, outputIndex } of structuredTexts(subject)) {
      // Empty texts stand beside calls and images; they are no answer.
      const breaks = text.trim() === '' ? null : yield* whereJsonBreaks(text);
      if (breaks !== null) yield { text: `${formatDotPath(path)}, asked for as ${format.name}, ${breaks}`, paths: [path], outputIndex };
      yield null;
    }
  },
};
