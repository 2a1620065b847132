import { createCssVariablesTheme, createHighlighterCore, type GrammarState, type HighlighterCore, type LanguageInput } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** A run of characters of one colour; `color` is a CSS value made of theme tokens. */
export type CodeToken = { readonly content: string; readonly color: string | null };

/** One chunk per language, loaded when a block in it is first seen. */
const GRAMMARS: Readonly<Record<string, LanguageInput>> = {
  json: () => import('shiki/langs/json.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  tsx: () => import('shiki/langs/tsx.mjs'),
  shellscript: () => import('shiki/langs/shellscript.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  xml: () => import('shiki/langs/xml.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  markdown: () => import('shiki/langs/markdown.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  rust: () => import('shiki/langs/rust.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
};

/** Token colours are the families' hues, so that code follows light and dark without being coloured again. */
const THEME = createCssVariablesTheme({
  name: 'tokens',
  variablePrefix: '--code-',
  variableDefaults: {
    foreground: 'var(--text)',
    background: 'transparent',
    'token-keyword': 'var(--message)',
    'token-string': 'var(--good)',
    'token-string-expression': 'var(--good)',
    'token-constant': 'var(--tool-call)',
    'token-comment': 'var(--tertiary)',
    'token-parameter': 'var(--text)',
    'token-function': 'var(--reasoning)',
    'token-punctuation': 'var(--secondary)',
    'token-link': 'var(--accent)',
    'token-inserted': 'var(--good)',
    'token-deleted': 'var(--error)',
    'token-changed': 'var(--warning)',
  },
});

/** Grammars that have coloured something: the first lines also pay for the making of their expressions, so they may take longer. */
const known = new Set<string>();

let started: Promise<HighlighterCore> | null = null;

/** The coloured tokens of code, line by line. */
export type CodeLines = readonly (readonly CodeToken[])[];

/** Colours `code` by `grammar`, a key of `GRAMMARS`. Uses regular expressions of the engine itself: no WebAssembly, no eval. */
export async function highlightCode(code: string, grammar: string): Promise<CodeLines> {
  const highlighter = await highlighterFor(grammar);
  return highlighter === null ? plainLines(code) : tokensOf(highlighter, code, grammar).lines;
}

/** Colours code that grows: lines that were whole are not read again, and stay the same objects. Null where there is no such grammar. */
export async function createGrowingHighlighter(grammar: string): Promise<((code: string) => CodeLines) | null> {
  const highlighter = await highlighterFor(grammar);
  if (highlighter === null) return null;
  let settled = '';
  let lines: CodeLines = [];
  let state: GrammarState | undefined;
  return (code) => {
    if (!code.startsWith(settled)) [settled, lines, state] = ['', [], undefined];
    const end = code.lastIndexOf('\n') + 1;
    if (end > settled.length) {
      const added = tokensOf(highlighter, code.slice(settled.length, end - 1), grammar, state);
      lines = [...lines, ...added.lines];
      ({ state } = added);
      settled = code.slice(0, end);
    }
    return [...lines, ...tokensOf(highlighter, code.slice(settled.length), grammar, state).lines];
  };
}

async function highlighterFor(grammar: string): Promise<HighlighterCore | null> {
  started ??= createHighlighterCore({ themes: [THEME], langs: [], engine: createJavaScriptRegexEngine({ forgiving: true }) });
  const highlighter = await started;
  const input = GRAMMARS[grammar];
  if (input === undefined) return null;
  await highlighter.loadLanguage(input);
  return highlighter;
}

function tokensOf(highlighter: HighlighterCore, code: string, grammar: string, grammarState?: GrammarState) {
  const tokens = highlighter.codeToTokensBase(code, {
    lang: grammar,
    theme: 'tokens',
    tokenizeMaxLineLength: 2_000,
    tokenizeTimeLimit: known.has(grammar) ? 200 : 3_000,
    ...(grammarState === undefined ? {} : { grammarState }),
  });
  known.add(grammar);
  const lines = tokens.map((line) => line.map(({ content, color }) => ({ content, color: color ?? null })));
  return { lines, state: highlighter.getLastGrammarState(tokens) };
}

function plainLines(code: string): CodeLines {
  return code.split('\n').map((content) => [{ content, color: null }]);
}
