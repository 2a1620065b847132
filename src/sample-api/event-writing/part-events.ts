import { arrayOf, numberOf, objectOf, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { deltasOf } from './deltas.ts';
import type { EventDraft } from './item-events.ts';

/** The events of one content part: added, its deltas, done. A part of a kind we do not know arrives whole. */
export function partEvents(part: JsonValue, contentIndex: number): readonly EventDraft[] {
  const content = objectOf(part) ?? {};
  const place = { content_index: contentIndex };
  return [
    { name: 'content_part.added', fields: { ...place, part: emptied(content) } },
    ...growth(content).map((draft) =>
      draft.name.startsWith('audio.') ? draft : { name: draft.name, fields: { ...place, ...draft.fields } },
    ),
    { name: 'content_part.done', fields: { ...place, part } },
  ];
}

function emptied(part: JsonObject): JsonObject {
  if (part['type'] === 'output_text') return { type: 'output_text', annotations: [], logprobs: [], text: '' };
  if (part['type'] === 'refusal') return { type: 'refusal', refusal: '' };
  if (part['type'] === 'output_audio') return { type: 'output_audio', data: '', transcript: '' };
  return part['type'] === 'reasoning_text' ? { type: 'reasoning_text', text: '' } : part;
}

function growth(part: JsonObject): readonly EventDraft[] {
  if (part['type'] === 'output_text') return outputText(part);
  if (part['type'] === 'output_audio') return outputAudio(part);
  const name = stringOf(part['type']);
  const field = name === 'refusal' ? 'refusal' : 'text';
  if (name !== 'refusal' && name !== 'reasoning_text') return [];
  const text = stringOf(part[field]) ?? '';
  return [
    ...deltasOf(text).map((delta) => ({ name: `${name}.delta`, fields: { delta } })),
    { name: `${name}.done`, fields: { [field]: text } },
  ];
}

function outputText(part: JsonObject): readonly EventDraft[] {
  const text = stringOf(part['text']) ?? '';
  const tokens = arrayOf(part['logprobs']).map(withoutBytes);
  const deltas = tokens.length > 0 ? tokens.map((token) => stringOf(token['token']) ?? '') : deltasOf(text);
  const drafts: EventDraft[] = [];
  const annotations = arrayOf(part['annotations']);
  let announced = 0;
  let length = 0;
  deltas.forEach((delta, index) => {
    drafts.push({ name: 'output_text.delta', fields: { delta, logprobs: tokens.slice(index, index + 1) } });
    length += delta.length;
    while (announced < annotations.length && endOf(annotations[announced]) <= length)
      drafts.push(annotationAdded(annotations, announced++));
  });
  while (announced < annotations.length) drafts.push(annotationAdded(annotations, announced++));
  return [...drafts, { name: 'output_text.done', fields: { logprobs: tokens, text } }];
}

/** Pieces of base64 that can each be decoded alone. */
const SOUND_DELTA = 1_200;

/** Sound and what it says come side by side; the events that end them hold nothing. */
function outputAudio(part: JsonObject): readonly EventDraft[] {
  const data = stringOf(part['data']) ?? '';
  const cuts = Array.from({ length: Math.ceil(data.length / SOUND_DELTA) }, (_, index) => index * SOUND_DELTA);
  const words = deltasOf(stringOf(part['transcript']) ?? '');
  const length = Math.max(cuts.length, words.length);
  const deltas = Array.from({ length }, (_, index) => [
    ...cuts.slice(index, index + 1).map((cut) => ({ name: 'audio.delta', fields: { delta: data.slice(cut, cut + SOUND_DELTA) } })),
    ...words.slice(index, index + 1).map((delta) => ({ name: 'audio.transcript.delta', fields: { delta } })),
  ]);
  return [...deltas.flat(), { name: 'audio.done', fields: {} }, { name: 'audio.transcript.done', fields: {} }];
}

/** Where in the text an annotation is known to stand; one without a place comes at the end. */
function endOf(annotation: JsonValue | undefined): number {
  const fields = objectOf(annotation);
  return numberOf(fields?.['end_index']) ?? numberOf(fields?.['index']) ?? Infinity;
}

function annotationAdded(annotations: JsonArray, index: number): EventDraft {
  return { name: 'output_text.annotation.added', fields: { annotation_index: index, annotation: annotations[index] ?? null } };
}

/** Events carry no `bytes` beside their tokens; the finished response does (reference §2.4). */
function withoutBytes(logprob: JsonValue): JsonObject {
  const { token = '', logprob: value = null, top_logprobs } = objectOf(logprob) ?? {};
  const alternatives = arrayOf(top_logprobs).map((other) => ({
    token: objectOf(other)?.['token'] ?? '',
    logprob: objectOf(other)?.['logprob'] ?? null,
  }));
  return { token, logprob: value, top_logprobs: alternatives };
}
