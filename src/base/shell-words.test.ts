import { describe, expect, it } from 'vitest';
import { shellCommand } from './shell-words.ts';

describe('shellCommand', () => {
  it.each<readonly [readonly string[], string]>([
    [['ls', '-la', '/srv/a_b'], 'ls -la /srv/a_b'],
    [['psql', '-c', 'select 1'], "psql -c 'select 1'"],
    [['echo', "it's", ''], `echo "it's" ''`],
    [['echo', "it's $HOME"], "echo 'it'\\''s $HOME'"],
    [['sh', '-c', 'a\nb'], "sh -c 'a\nb'"],
    [['echo', '$HOME', '*', '~'], "echo '$HOME' '*' '~'"],
    [[], ''],
  ])('%j', (words, expected) => {
    expect(shellCommand(words)).toBe(expected);
  });
});
