import { formatBytes } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonArray, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleText } from '#base/visible-text.ts';
import { apiErrorIn } from '#protocol/api-error.ts';
import { wholeNumberOf } from '#protocol/stream-event.ts';
import { compactJson, joinFacts } from '#items/summary-text.ts';

/** More than any column is wide. */
const MOST = 300;
/** Fields that other columns show, or that are only padding. */
const SHOWN_ELSEWHERE = new Set([
  'type',
  'sequence_number',
  'item_id',
  'output_index',
  'content_index',
  'summary_index',
  'command_index',
  'annotation_index',
  'partial_image_index',
  'obfuscation',
  'logprobs',
]);
/** Where the events that end something have the whole of it. */
const WHOLE_TEXTS = ['text', 'arguments', 'code', 'input', 'refusal', 'diff', 'command', 'transcript'];

/** What an event says, on one line: the delta as text, the words of an item, part, error or response; of an unknown one its fields. */
export function previewOf(json: JsonObject): string {
  const { delta } = json;
  if (typeof delta === 'string') return lineOfText(delta);
  if (delta !== undefined && delta !== null) return lineOfText(shellText(delta) ?? compactJson(delta, MOST));
  return (
    errorLine(json) ??
    responseLine(json) ??
    itemLine(json) ??
    partLine(json['part']) ??
    annotationLine(json) ??
    imageLine(json) ??
    restOf(json)
  );
}

/** The beginning of `text` on one line with nothing lost: white space counts in a delta. */
export function lineOfText(text: string): string {
  const shown = visibleText(text.slice(0, MOST))
    .replace(/\r\n|\r|\n/g, '↵')
    .replace(/\t/g, '⇥');
  return text.length > MOST ? `${shown}…` : shown;
}

function errorLine(json: JsonObject): string | null {
  if (json['type'] !== 'error' && json['type'] !== 'response.error' && objectOf(json['error']) === null) return null;
  const error = apiErrorIn(json);
  const code = error?.code ?? stringOf(json['code']);
  return joinFacts(code, error?.message ?? stringOf(json['message'])) || null;
}

function responseLine({ response }: JsonObject): string | null {
  const fields = objectOf(response);
  if (fields === null) return null;
  const error = objectOf(fields['error']);
  const items = arrayOf(fields['output']).length;
  const reason = stringOf(objectOf(fields['incomplete_details'])?.['reason']);
  return joinFacts(
    stringOf(fields['status']),
    stringOf(fields['model']),
    items > 0 && formatCount(items, 'item'),
    reason,
    stringOf(error?.['code']),
    stringOf(error?.['message']),
  );
}

function itemLine({ item }: JsonObject): string | null {
  const fields = objectOf(item);
  if (fields === null) return null;
  const name = stringOf(fields['name']) ?? stringOf(fields['server_label']) ?? stringOf(fields['role']);
  return joinFacts(stringOf(fields['type']), name, stringOf(fields['status']), stringOf(fields['id']));
}

function partLine(part: JsonValue | undefined): string | null {
  const fields = objectOf(part);
  if (fields === null) return null;
  return lineOfText(joinFacts(stringOf(fields['type']), stringOf(fields['text']) ?? stringOf(fields['refusal'])));
}

function annotationLine({ annotation }: JsonObject): string | null {
  const fields = objectOf(annotation);
  if (fields === null) return null;
  const source = stringOf(fields['url']) ?? stringOf(fields['filename']) ?? stringOf(fields['file_id']);
  return lineOfText(joinFacts(stringOf(fields['type']), stringOf(fields['title']), source));
}

function imageLine({ partial_image_b64: image, size, output_format: format }: JsonObject): string | null {
  if (typeof image !== 'string') return null;
  return joinFacts('partial image', stringOf(size), stringOf(format), `${formatBytes(image.length)} of base64`);
}

function restOf(json: JsonObject): string {
  for (const name of WHOLE_TEXTS) {
    const text = json[name];
    if (typeof text === 'string') return lineOfText(text);
  }
  const output = shellText(json['output']);
  if (output !== null) return lineOfText(output);
  const rest = Object.fromEntries(Object.entries(json).filter(([name]) => !SHOWN_ELSEWHERE.has(name)));
  return Object.keys(rest).length === 0 ? '' : compactJson(rest, MOST);
}

/** What a shell printed, in the order of its streams; null for anything else. */
function shellText(value: JsonValue | undefined): string | null {
  const printed = (isJsonArray(value) ? value : [value ?? null]).flatMap((one) => {
    const fields = objectOf(one);
    return [stringOf(fields?.['stdout']), stringOf(fields?.['stderr'])].filter((text) => text !== null);
  });
  return printed.length === 0 ? null : printed.join('');
}

const PART_WORDS = [
  ['content_index', 'part'],
  ['summary_index', 'summary'],
  ['annotation_index', 'annotation'],
  ['command_index', 'command'],
  ['partial_image_index', 'image'],
] as const;

/** The part of the item that an event is about: "part 0", "part 0 · annotation 2". Empty where it is about the whole item. */
export function partOf(json: JsonObject): string {
  return joinFacts(
    ...PART_WORDS.map(([field, word]) => {
      const index = wholeNumberOf(json[field]);
      return index === null ? null : `${word} ${index}`;
    }),
  );
}
