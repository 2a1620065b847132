import { Monitor } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { joinFacts, lineOf } from './summary-text.ts';

export const computerCallOutputItem: ItemDefinition = {
  icon: Monitor,
  title: () => 'Computer output',
  summary: (item) => {
    const output = objectOf(item['output']);
    const url = stringOf(output?.['image_url']);
    const fileId = stringOf(output?.['file_id']);
    const what = lineOf(stringOf(output?.['type']) ?? '').replaceAll('_', ' ');
    return joinFacts(what, url === null || url.startsWith('data:') ? null : lineOf(url), fileId === null ? null : lineOf(fileId));
  },
  facts: (item) => {
    const checks = arrayOf(item['acknowledged_safety_checks']).length;
    return [checks > 0 ? `${formatCount(checks, 'safety check')} acknowledged` : ''];
  },
  fields: 'all',
  Body: GenericBody,
};
