/** Words that a shell takes as they are. */
const SAFE_WORD = /^[\w@%+=:,./-]+$/;

/** Words that double quotes keep as they are: nothing in them means anything to a shell, but a single quote would end single quotes. */
const QUIET_IN_DOUBLE_QUOTES = /^[^"$`\\!]*$/;

/** An argument list as one command line that a POSIX shell reads back as the same words: `psql -c 'select 1'`. */
export function shellCommand(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  if (SAFE_WORD.test(word)) return word;
  if (word.includes("'") && QUIET_IN_DOUBLE_QUOTES.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
