import { plainAnsi } from '#base/ansi.ts';
import { lineOf } from './summary-text.ts';

/** The first line with a word in it, without colours: rulers and blank lines tell nothing. */
export function firstOutputLine(text: string): string {
  const lines = plainAnsi(text.slice(0, 2_000)).split('\n');
  return lineOf(lines.find((line) => /\w/.test(line)) ?? lines.find((line) => line.trim() !== '') ?? '');
}

/** The last line with a word in it, without colours. */
export function lastOutputLine(text: string): string {
  const lines = plainAnsi(text.slice(-2_000)).split('\n');
  return lineOf(lines.findLast((line) => /\w/.test(line)) ?? '');
}
