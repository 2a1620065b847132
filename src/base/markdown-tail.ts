/** A line that will only mean something once more of it is there: `-` under a text would make it a heading. */
const BARE_MARKS = /^[ \t>]*(?:[-*+_=~`#|:]{1,3}|\d{1,9}[.)]?)[ \t]*$/;
const TABLE_ROW = /^ {0,3}\|/;
const DELIMITERS = /^[\s|:-]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The last block of a Markdown text that is being written, as it can be drawn without taking back the next moment what it showed: what
 * stands in an unfinished line of marks, a table before its second line, or a link before its end is left out, and emphasis is closed.
 */
export function calmMarkdown(block: string): string {
  if (endsInFence(block)) return withoutClosingFence(block);
  const lineStart = block.lastIndexOf('\n') + 1;
  const line = block.slice(lineStart);
  if (line !== '' && BARE_MARKS.test(line)) return block.slice(0, lineStart);
  const table = startOfTable(block);
  if (table !== null) return block.slice(0, table);
  return block.slice(0, lineStart) + withClosedMarks(line);
}

function endsInFence(block: string): boolean {
  let fence: string | null = null;
  for (const line of block.split('\n')) {
    const [, marks] = FENCE.exec(line) ?? [];
    if (marks === undefined) continue;
    if (fence === null) fence = marks;
    else if (marks.startsWith(fence) && line.trim() === marks) fence = null;
  }
  return fence !== null;
}

/** A closing fence comes mark by mark, and is no code. */
function withoutClosingFence(block: string): string {
  return block.replace(/\n[ ]{0,3}(?:`{1,2}|~{1,2})$/, '\n');
}

/** Where the table begins that may be coming: its head is there and the line under it is not. */
function startOfTable(block: string): number | null {
  const lines = block.split('\n');
  const last = lines.at(-1) ?? '';
  const head = lines.at(-2) ?? '';
  const isDelimiting = last.trim() !== '' || block.endsWith('\n') ? DELIMITERS.test(last) : false;
  if (TABLE_ROW.test(head) && isDelimiting && !DELIMITERS.test(head) && !TABLE_ROW.test(lines.at(-3) ?? '')) {
    return block.length - last.length - 1 - head.length;
  }
  return TABLE_ROW.test(last) && !TABLE_ROW.test(head) ? block.length - last.length : null;
}

/** Marks of emphasis and code that were opened in a line are closed at its end; a link that is not whole is its words. */
function withClosedMarks(line: string): string {
  let open = line.replace(/!?\[([^\]]*)(?:\]\([^)\s]*)?$/, (match, words: string) => (match.startsWith('!') ? '' : words));
  const code = countOf(open, /`/g) % 2 === 1;
  if (code) return open.endsWith('`') ? open.slice(0, -1) : `${open}\``;
  open = open.replace(/(?:\*{1,3}|~{1,2}|_{1,2})$/, (marks) => (countOf(open, literal(marks)) % 2 === 1 ? '' : marks));
  const words = open.trimEnd();
  const space = open.slice(words.length);
  const strike = countOf(words, /~~/g) % 2 === 1 ? '~~' : '';
  const strong = countOf(words, /\*\*/g) % 2 === 1 ? '**' : '';
  const weak = countOf(words.replaceAll('**', ''), /(?<![\s\w])\*(?=\S)|(?<=^|\s)\*(?=\S)|(?<=\S)\*/g) % 2 === 1 ? '*' : '';
  return `${words}${weak}${strong}${strike}${space}`;
}

function literal(marks: string): RegExp {
  return new RegExp(marks.replaceAll('*', String.raw`\*`), 'g');
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
