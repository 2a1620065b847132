import { CornerDownRight } from 'lucide-react';
import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { lineOf } from './summary-text.ts';
import { outputLine } from './tool-output.tsx';

export const shellCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Shell output',
  summary: (item) => {
    const chunks = chunksOf(item);
    const text = chunks.map((chunk) => stringOf(chunk['stdout']) || stringOf(chunk['stderr']) || '').find((each) => each.trim() !== '');
    return text === undefined ? (chunks.length === 0 ? outputLine(item['output']) : '(no output)') : lineOf(firstLine(text));
  },
  facts: (item) => [...new Set(chunksOf(item).map(outcomeOf))],
  fields: 'all',
  Body: GenericBody,
};

function chunksOf(item: JsonObject): readonly JsonObject[] {
  return arrayOf(item['output']).filter(isJsonObject);
}

function outcomeOf(chunk: JsonObject): string {
  const outcome = objectOf(chunk['outcome']);
  const code = numberOf(outcome?.['exit_code']);
  return code === null ? lineOf(stringOf(outcome?.['type']) ?? '') : `exit ${code}`;
}

/** The first line with a word in it: rulers and blank lines tell nothing. */
function firstLine(text: string): string {
  const lines = text.slice(0, 2_000).split('\n');
  return lines.find((line) => /\w/.test(line)) ?? lines[0] ?? '';
}
