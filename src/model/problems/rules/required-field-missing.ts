import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

/** The only fields that every server sends. The specification requires thirty more, of which real servers leave out any. */
const REQUIRED = ['id', 'object', 'status', 'output'];

export const requiredFieldMissing: ResponseRule = {
  id: 'required-field-missing',
  severity: 'error',
  title: 'Required field missing',
  proves: 'The Response came without id, object, status or output, or with null in its place.',
  suffers:
    'Clients that decode into types reject the whole response. Others cannot tell whether it has ended, or take it for an empty answer.',
  reference: RESPONSE_OBJECT,
  *check({ response, recording }) {
    // Of a stream that broke off, or told of no response at all, the fields may still have been to come.
    if (recording.kind === 'stream' && (recording.folded.response === null || recording.folded.ending === 'cut-off')) return;
    for (const field of REQUIRED) {
      const value = response[field];
      if (value === undefined) yield { text: `the Response has no ${field}`, paths: [[field]] };
      else if (value === null) yield { text: `${field} of the Response is null`, paths: [[field]] };
    }
  },
};
