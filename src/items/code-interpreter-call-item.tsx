import { SquareCode } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf, tryParseJson, type JsonObject } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { argumentsLine, countLines, firstCodeLine } from './summary-text.ts';

export const codeInterpreterCallItem: ItemDefinition = {
  icon: SquareCode,
  title: () => 'Code interpreter',
  summary: (item) => {
    const code = codeOf(item);
    return code === '' ? argumentsLine(item['arguments']) : firstCodeLine(code);
  },
  facts: (item) => {
    const types = arrayOf(item['outputs']).map((output) => stringOf(objectOf(output)?.['type']));
    const images = types.filter((type) => type === 'image').length;
    const code = codeOf(item);
    return [
      code === '' ? '' : formatCount(countLines(code), 'line'),
      types.includes('logs') ? 'logs' : '',
      images > 0 ? formatCount(images, 'image') : '',
    ];
  },
  fields: 'all',
  Body: GenericBody,
};

/** The code; some servers send it as an argument of a call. */
function codeOf(item: JsonObject): string {
  const code = stringOf(item['code']);
  const sent = stringOf(item['arguments']);
  if (code !== null || sent === null) return code ?? '';
  const parsed = tryParseJson(sent);
  return parsed.ok ? (stringOf(objectOf(parsed.value)?.['code']) ?? '') : '';
}
