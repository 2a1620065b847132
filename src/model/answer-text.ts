import { arrayOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/**
 * The answer as one text: every `output_text` part of the messages in `output`, in order, joined without a separator, as the SDKs'
 * `output_text` does. The field of that name in a body is not trusted: some servers send it empty beside real output.
 */
export function answerText(response: JsonObject): string {
  return arrayOf(response['output']).map(textOfItem).join('');
}

/** The beginning of `answerText`: at least `enough` characters of it, where it has so many. For a glance at answers of any length. */
export function answerBeginning(response: JsonObject, enough: number): string {
  let text = '';
  for (const item of arrayOf(response['output'])) {
    text += textOfItem(item);
    if (text.length >= enough) break;
  }
  return text;
}

function textOfItem(item: JsonValue): string {
  const fields = objectOf(item);
  if (fields === null || fields['type'] !== 'message') return '';
  const content = fields['content'];
  // Agent loops put whole conversations into `output`, with plain strings as content; only the assistant's are the answer.
  if (typeof content === 'string') return (stringOf(fields['role']) ?? 'assistant') === 'assistant' ? content : '';
  return arrayOf(content).map(textOfPart).join('');
}

function textOfPart(part: JsonValue): string {
  const fields = objectOf(part);
  return fields !== null && fields['type'] === 'output_text' ? (stringOf(fields['text']) ?? '') : '';
}
