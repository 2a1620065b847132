import { Terminal } from 'lucide-react';
import { arrayOf, objectOf, stringOf } from '#base/json.ts';
import { GenericBody } from './generic-item.tsx';
import type { ItemDefinition } from './item-definition.ts';
import { missingOutput } from './call-facts.tsx';
import { lineOf } from './summary-text.ts';

export const localShellCallItem: ItemDefinition = {
  icon: Terminal,
  title: () => 'Local shell',
  summary: (item) => {
    const words = arrayOf(objectOf(item['action'])?.['command']).map((word) => stringOf(word) ?? '');
    // `bash -lc "…"` runs its last word; that word is the story.
    return lineOf(words.length === 3 && /^-\w*c$/.test(words[1] ?? '') ? (words[2] ?? '') : words.join(' '));
  },
  facts: (item) => {
    const directory = stringOf(objectOf(item['action'])?.['working_directory']);
    return [directory === null ? '' : `in ${lineOf(directory)}`];
  },
  notice: missingOutput,
  fields: 'all',
  Body: GenericBody,
};
