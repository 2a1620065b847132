/** Any line of an event stream that says something begins so. */
const FIELD = /^(?:(?:event|data|id|retry)(?:[:\r\n]|$)|:)/;
/** A longer beginning than this cannot become a field any more. */
const LONGEST_FIELD = 'event:'.length;

/**
 * Whether a body is an event stream, by how it begins: servers answer with JSON or a web page where a stream was asked for, whatever they
 * call it. Null: too little is there to tell. `isWhole`: nothing more comes.
 */
export function isEventStream(beginning: string, contentType: string | null, isWhole: boolean): boolean | null {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (text === '') return isWhole ? false : null;
  if (/^[{[<]/.test(text)) return false;
  if (isEventStreamType(contentType) || FIELD.test(text)) return true;
  return !isWhole && text.length < LONGEST_FIELD ? null : false;
}

export function isEventStreamType(contentType: string | null): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'text/event-stream';
}
