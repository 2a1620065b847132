import type { JsonObject } from '#base/json.ts';
import { assistantMessage, plainResponse } from './plain-response.ts';
import { pick, randomNumbers } from './random-numbers.ts';

const BYTES_PER_MEGABYTE = 1_000_000;
const SUBJECTS = [
  'The northern depot',
  'Every second carrier',
  'The night shift',
  'The new scale',
  'The returns desk',
  'The harbour route',
];
const VERBS = ['reports', 'confirms', 'expects', 'has corrected', 'questions', 'counts'];
const OBJECTS = [
  'fewer late parcels',
  'the figures of **March**',
  'two missing pallets',
  '`weight_grams` in its rows',
  'a longer route',
  'the same totals',
];

/** A Response whose only item is one message of about `megabytes` (10⁶ ASCII bytes) of Markdown, the same for the same size. */
export function longTextResponse(id: string, megabytes: number): JsonObject {
  const random = randomNumbers(megabytes);
  const chapters: string[] = [];
  for (let length = 0; length < megabytes * BYTES_PER_MEGABYTE; length += chapters.at(-1)?.length ?? 0) {
    chapters.push(chapter(chapters.length + 1, random));
  }
  return plainResponse(id, [assistantMessage('msg_long', chapters.join(''))]);
}

function chapter(number: number, random: () => number): string {
  const paragraphs = Array.from({ length: 4 }, () => `${paragraph(random)}\n\n`).join('');
  const points = Array.from({ length: 5 }, () => `- ${sentence(random)}\n`).join('');
  return `## ${number}. Week ${number}\n\n${paragraphs}${points}\n${number % 4 === 0 ? table(number, random) : ''}${number % 5 === 0 ? code(number) : ''}`;
}

function paragraph(random: () => number): string {
  return Array.from({ length: 6 }, () => sentence(random)).join(' ');
}

function sentence(random: () => number): string {
  return `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)}.`;
}

function table(number: number, random: () => number): string {
  const rows = Array.from(
    { length: 6 },
    (_, row) => `| ${number}.${row + 1} | ${Math.floor(random() * 9000)} | ${Math.floor(random() * 90)} % |\n`,
  );
  return `| route | parcels | late |\n| --- | ---: | ---: |\n${rows.join('')}\n`;
}

function code(number: number): string {
  return `\`\`\`sql\nselect route, count(*) from parcels\nwhere week = ${number} and delivered_at > due_at\ngroup by route;\n\`\`\`\n\n`;
}
