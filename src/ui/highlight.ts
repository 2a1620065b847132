import { useEffect, useState } from 'react';
import type { CodeToken } from './highlight-tokens.ts';

export type { CodeToken } from './highlight-tokens.ts';

/** What people write after the fence, and which grammar that is. Others stay plain. */
const GRAMMAR_OF: Readonly<Record<string, string>> = {
  json: 'json', jsonc: 'json', json5: 'json', jsonl: 'json', geojson: 'json',
  python: 'python', py: 'python', python3: 'python', ipython: 'python',
  javascript: 'javascript', js: 'javascript', mjs: 'javascript', cjs: 'javascript', node: 'javascript',
  typescript: 'typescript', ts: 'typescript', jsx: 'tsx', tsx: 'tsx',
  bash: 'shellscript', sh: 'shellscript', shell: 'shellscript', zsh: 'shellscript', console: 'shellscript', shellscript: 'shellscript',
  sql: 'sql', postgresql: 'sql', mysql: 'sql', sqlite: 'sql',
  diff: 'diff', patch: 'diff',
  yaml: 'yaml', yml: 'yaml',
  html: 'html', xml: 'xml', svg: 'xml', css: 'css', markdown: 'markdown', md: 'markdown',
  go: 'go', golang: 'go', rust: 'rust', rs: 'rust', java: 'java', toml: 'toml',
}; // prettier-ignore

/** Above this many characters colouring would hold up the page; such code stays plain. */
const MOST_CHARACTERS = 30_000;

export function grammarOf(language: string | null): string | null {
  const name = language?.trim().toLowerCase() ?? '';
  return Object.hasOwn(GRAMMAR_OF, name) ? (GRAMMAR_OF[name] ?? null) : null;
}

/** The coloured tokens of `code`, line by line; null until the highlighter is loaded, and for good where there is no grammar. */
export function useHighlight(code: string, language: string | null): readonly (readonly CodeToken[])[] | null {
  const grammar = code.length > MOST_CHARACTERS ? null : grammarOf(language);
  const [done, setDone] = useState<{
    readonly code: string;
    readonly grammar: string;
    readonly lines: readonly (readonly CodeToken[])[];
  } | null>(null);
  useEffect(() => {
    if (grammar === null) return undefined;
    let isWanted = true;
    tokensOf(code, grammar).then(
      (lines) => {
        if (isWanted) setDone({ code, grammar, lines });
      },
      () => undefined, // a chunk that does not load leaves the code plain, as it already stands
    );
    return () => {
      isWanted = false;
    };
  }, [code, grammar]);
  return done !== null && done.code === code && done.grammar === grammar ? done.lines : null;
}

async function tokensOf(code: string, grammar: string) {
  const { highlightCode } = await import('./highlight-tokens.ts');
  return highlightCode(code, grammar);
}
