import { Image } from 'lucide-react';
import { describeKind, readBase64 } from '#base/data-blob.ts';
import { formatBytes } from '#base/format-bytes.ts';
import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { lineOf, quoted } from './summary-text.ts';

export const imageGenerationCallItem: ItemDefinition = {
  icon: Image,
  title: () => 'Image generation',
  summary: (item) =>
    failureLine(item) ?? quoted(item['revised_prompt']) ?? quoted(item['prompt']) ?? lineOf(stringOf(item['action']) ?? ''),
  facts: (item) => {
    const result = stringOf(item['result']);
    const image = result === null ? null : readBase64(result, `image/${stringOf(item['output_format']) ?? 'png'}`);
    return [
      lineOf(stringOf(item['size']) ?? ''),
      lineOf(stringOf(item['quality']) ?? ''),
      image === null ? 'no image' : `${describeKind(image)}, ${formatBytes(image.byteLength)}`,
    ];
  },
  fields: 'all',
  Body: GenericBody,
};

function failureLine(item: JsonObject): string | null {
  const error = objectOf(item['error']);
  return error === null ? null : lineOf(stringOf(error['message']) ?? stringOf(error['code']) ?? 'failed');
}
