/** What engines say about a pattern, each under the words of one of them, and what it means. */
const MEANINGS: readonly (readonly [said: RegExp, words: string])[] = [
  [/unterminated group|missing \)|unterminated parenthetical/i, 'a “(” is never closed'],
  [/unmatched '\)'|unmatched \)|unmatched parenthes/i, 'a “)” has no “(” before it'],
  [/unterminated character class|missing terminating \]/i, 'a “[” is never closed'],
  [/nothing to repeat/i, 'a “*”, “+”, “?” or “{}” has nothing before it to repeat'],
  [/range out of order|invalid range in character class|out of order in character class/i, 'a range in “[]” runs backwards'],
  [/numbers out of order/i, 'the numbers in “{}” run backwards'],
  [/\\ at end of pattern|at end of pattern/i, 'it ends in a “\\” with nothing after it'],
  [
    /invalid group|invalid capture group name|invalid regexp group|unrecognized character after \(\?/i,
    'a group begins with “(?” and then something unknown',
  ],
  [/invalid named reference|invalid named capture referenced/i, 'it refers to a group that is not there'],
  [/duplicate capture group name/i, 'two groups have the same name'],
  [/lone quantifier brackets|incomplete quantifier/i, 'a “{” or “}” stands alone'],
  [/too large|too big/i, 'it is too large'],
];

/** What is wrong with a pattern, in words; `said` is the message of the engine, which stands in for what we have no words for. */
export function regexProblem(source: string, said: string): string {
  const known = MEANINGS.find(([pattern]) => pattern.test(withoutSource(said, source)));
  if (known !== undefined) return `Not a regex yet: ${known[1]}.`;
  const own = withoutSource(said, source).split(': ').at(-1)?.trim() ?? '';
  return own === '' ? 'Not a regex yet.' : `Not a regex yet: ${own}.`;
}

/** Engines repeat the pattern in their message, and a pattern may hold their words. */
function withoutSource(said: string, source: string): string {
  return said.replace(source, '');
}
