import { formatDotPath } from '#base/json-path-text.ts';
import { STRUCTURED_OUTPUTS } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';
import { whatDoesNotFit } from '#model/problems/schema-words.ts';
import { structuredFormat, structuredTexts } from '#model/problems/structured-texts.ts';

export const structuredOutputNotFittingSchema: ResponseRule = {
  id: 'structured-output-not-fitting-schema',
  severity: 'error',
  title: 'Structured output does not fit its schema',
  proves:
    'The answer is JSON, but breaks the schema in text.format. With strict the server guarantees that it fits; without, the model may stray.',
  suffers: 'Clients that read the answer into a type throw, or go on with values that are not there.',
  reference: STRUCTURED_OUTPUTS,
  *check(subject) {
    const format = structuredFormat(subject.response);
    if (format?.schema === undefined) return;
    for (const { path, text, outputIndex } of structuredTexts(subject)) {
      const problem = text.trim() === '' ? null : whatDoesNotFit(format.schema, text);
      const promise = format.isStrict ? ', which is strict' : '';
      if (problem !== null)
        yield { text: `${formatDotPath(path)} does not fit the schema ${format.name}${promise}: ${problem}`, paths: [path], outputIndex };
      yield null;
    }
  },
};
