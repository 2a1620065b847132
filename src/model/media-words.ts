import { objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';

/** What a content part is called that holds no text; other types hold text or are unknown. */
const NOUNS: Readonly<Record<string, string>> = {
  input_image: 'image',
  computer_screenshot: 'screenshot',
  input_file: 'file',
  input_audio: 'audio',
  output_audio: 'audio',
  input_video: 'video',
};

/**
 * The images, files, sound and video among content parts, in a few words each and in their order: what it is and where it comes from
 * ("image from cdn.example", "image (PNG)", "report.pdf", "file file-abc"). What repeats is counted. Text as it was sent: escape it to show it.
 */
export function mediaWords(parts: readonly JsonObject[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const words = wordsFor(part);
    if (words !== null) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words} ×${count}`));
}

/** True for a part that `mediaWords` has words for. */
export function isMedia(part: JsonObject): boolean {
  return wordsFor(part) !== null;
}

function wordsFor(part: JsonObject): string | null {
  const type = stringOf(part['type']) ?? '';
  const noun = Object.hasOwn(NOUNS, type) ? (NOUNS[type] ?? null) : null;
  if (noun === null) return null;
  const name = textOf(part['filename']) ?? noun;
  const url = urlOf(part['image_url']) ?? urlOf(part['file_url']) ?? urlOf(part['video_url']);
  if (url !== null) return `${name} ${placeOf(url)}`.trimEnd();
  if (name !== noun) return name;
  const format = textOf(part['format']) ?? textOf(objectOf(part['input_audio'])?.['format']) ?? typeOfData(textOf(part['file_data']) ?? '');
  if (format !== null) return `${noun} (${format.toUpperCase()})`;
  const fileId = textOf(part['file_id']);
  return fileId === null ? noun : `${noun} ${fileId}`;
}

/** "from cdn.example", or "(PNG)" for data in the URL itself. */
function placeOf(url: string): string {
  const type = typeOfData(url);
  if (type !== null) return `(${type.toUpperCase()})`;
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? '' : `from ${host}`;
}

function typeOfData(url: string): string | null {
  return /^data:[\w.-]+\/([\w.-]{1,40})/.exec(url)?.[1] ?? null;
}

/** The URL itself, or in the object that Chat Completions wraps around it. */
function urlOf(value: JsonValue | undefined): string | null {
  return textOf(value) ?? textOf(objectOf(value)?.['url']);
}

function textOf(value: JsonValue | undefined): string | null {
  const text = stringOf(value);
  return text === '' ? null : text;
}
