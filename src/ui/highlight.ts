import { useEffect, useState } from 'react';
import { useIsGrowing } from './growing.ts';
import type { CodeLines } from './highlight-tokens.ts';

export type { CodeLines } from './highlight-tokens.ts';

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
/** As many, of code that is coloured line by line as it is written. */
const MOST_GROWN = 300_000;

export function grammarOf(language: string | null): string | null {
  const name = language?.trim().toLowerCase() ?? '';
  return Object.hasOwn(GRAMMAR_OF, name) ? (GRAMMAR_OF[name] ?? null) : null;
}

/** The coloured tokens of `code`, line by line; null until the highlighter is loaded, and for good where there is no grammar. */
export function useHighlight(code: string, language: string | null): CodeLines | null {
  const isGrowing = useIsGrowing();
  const [hasGrown, setHasGrown] = useState(isGrowing);
  if (isGrowing && !hasGrown) setHasGrown(true);
  const grammar = code.length > (hasGrown ? MOST_GROWN : MOST_CHARACTERS) ? null : grammarOf(language);
  const whole = useWholeHighlight(code, hasGrown ? null : grammar);
  const growing = useGrowingHighlight(code, hasGrown ? grammar : null);
  return hasGrown ? growing : whole;
}

type Done = { readonly code: string; readonly grammar: string; readonly lines: CodeLines };

function useWholeHighlight(code: string, grammar: string | null): CodeLines | null {
  const [done, setDone] = useState<Done | null>(null);
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

/** Colours code that is being written as it comes, without a moment in which it is plain. */
function useGrowingHighlight(code: string, grammar: string | null): CodeLines | null {
  const [loaded, setLoaded] = useState<{ readonly grammar: string; readonly colour: ((code: string) => CodeLines) | null } | null>(null);
  useEffect(() => {
    if (grammar === null) return undefined;
    let isWanted = true;
    growingHighlighter(grammar).then(
      (colour) => {
        if (isWanted) setLoaded({ grammar, colour });
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [grammar]);
  return loaded === null || loaded.grammar !== grammar ? null : (loaded.colour?.(code) ?? null);
}

async function growingHighlighter(grammar: string) {
  const { createGrowingHighlighter } = await import('./highlight-tokens.ts');
  return createGrowingHighlighter(grammar);
}
