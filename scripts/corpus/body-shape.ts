import { isJsonArray, isJsonObject, type JsonValue } from '#base/json.ts';
import { LONG_TEXT } from '#base/truncate.ts';
import type { ParsedBody } from './parse-corpus.ts';

/** Below these, whoever wrote the request chose the keys: they say nothing about the server. */
const FREE = new Set(['metadata', 'parameters', 'schema', 'input_schema', 'headers']);

/** Splits bodies into the first of each shape and those that repeat one: the same fields with the same kinds of values, however many items there are. */
export function splitByShape(bodies: readonly ParsedBody[]): { readonly first: readonly ParsedBody[]; readonly repeated: number } {
  const byShape = new Map<string, ParsedBody>();
  for (const body of bodies) {
    const shape = shapeOf(body.response);
    if (!byShape.has(shape)) byShape.set(shape, body);
  }
  return { first: [...byShape.values()], repeated: bodies.length - byShape.size };
}

function shapeOf(response: JsonValue): string {
  const traits = new Set<string>();
  addTraits(response, '', traits);
  return [...traits].toSorted().join('\n');
}

function addTraits(value: JsonValue, place: string, traits: Set<string>): void {
  if (isJsonArray(value)) {
    traits.add(`${place} list${value.length === 0 ? ', empty' : ''}`);
    for (const member of value) addTraits(member, `${place}[${kindOf(member)}]`, traits);
  } else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (FREE.has(key)) traits.add(`${place}.${key}`);
      else addTraits(member, `${place}.${key}`, traits);
    }
  } else traits.add(`${place} ${scalarTrait(value)}`);
}

/** Members of one list differ by their type: a message is drawn otherwise than a call. */
function kindOf(member: JsonValue): string {
  return isJsonObject(member) && typeof member['type'] === 'string' ? member['type'] : '';
}

/** Texts are drawn by what they look like. */
function scalarTrait(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  if (value === '') return 'empty text';
  if (/^\s*[[{]/.test(value)) return 'JSON in a text';
  if (value.length > LONG_TEXT) return 'long text';
  return value.includes('\n') ? 'text of lines' : 'text';
}
