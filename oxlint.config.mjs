/** Which layer may import which, lowest first. This object is the rule; `src/README.md` explains it. */
export const MAY_IMPORT = {
  base: [],
  protocol: ['base'],
  model: ['base', 'protocol'],
  formats: ['base', 'protocol', 'model'],
  'sample-api': ['base', 'protocol', 'model', 'formats'],
  offline: ['base'],
  state: ['base', 'protocol', 'model', 'formats', 'sample-api', 'offline'],
  ui: ['base'],
  items: ['base', 'protocol', 'model', 'ui'],
  panels: ['base', 'protocol', 'model', 'formats', 'state', 'ui', 'items'],
  app: ['base', 'protocol', 'model', 'formats', 'sample-api', 'offline', 'state', 'ui', 'items', 'panels'],
  testing: ['base', 'protocol', 'model', 'formats', 'sample-api'],
};
const PLAIN_TYPESCRIPT = ['base', 'protocol', 'model', 'formats', 'sample-api', 'offline'];
const BROWSER_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'location', 'history'];

/** A mock of our own module tests the mock. */
const noMocks = { object: 'vi', property: 'mock', message: 'Pass the dependency instead.' };
const noUpwardPaths = { group: ['../**'], message: 'Use "./" for neighbours and "#layer/…" for the rest.' };

function without(layers, message) {
  return { group: layers.map((layer) => `#${layer}/**`), message };
}

function layerOverride([layer, allowed]) {
  const forbidden = Object.keys(MAY_IMPORT).filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [noUpwardPaths];
  if (forbidden.length > 0) patterns.push(without(forbidden, `${layer}/ may import only: ${allowed.join(', ') || 'nothing'}.`));
  if (layer === 'panels')
    patterns.push({ group: ['#panels/**'], message: 'Panels do not know each other; they meet through the URL or the recording.' });
  if (layer === 'items')
    patterns.push({ group: ['@tanstack/react-query', 'wouter'], message: 'Items draw what they are given: props in, pixels out.' });
  if (layer !== 'testing')
    patterns.push({ group: ['node:*', 'node:*/**'], message: 'src/ runs in a browser; what needs Node lives in scripts/.' });
  const plain = PLAIN_TYPESCRIPT.includes(layer);
  if (plain)
    patterns.push({
      group: ['react', 'react/**', 'react-dom', 'react-dom/**', '@tanstack/**', 'wouter'],
      message: `${layer}/ is plain TypeScript.`,
    });
  return {
    files: [`src/${layer}/**`],
    excludeFiles: ['**/*.test.*'],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(plain && {
        'no-restricted-globals': ['error', ...BROWSER_GLOBALS],
        'no-restricted-properties': ['error', noMocks, ...BROWSER_GLOBALS.map((property) => ({ object: 'globalThis', property }))],
      }),
    },
  };
}

/** Tests, e2e, scripts and bench see `testing` and the plain layers; a test beside its source also sees what its own layer sees. */
const outsideOverride = {
  files: ['e2e/**', 'scripts/**', 'bench/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          without(
            Object.keys(MAY_IMPORT).filter((layer) => layer !== 'testing' && !PLAIN_TYPESCRIPT.includes(layer)),
            'Only testing and the plain TypeScript layers are for use outside src/.',
          ),
        ],
      },
    ],
  },
};

export default {
  plugins: ['typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'oxc', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { browser: true, node: true, es2024: true },
  ignorePatterns: ['dist/**', 'node_modules/**', 'public/**'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off', // fast-check's `fc`
    'promise/no-callback-in-promise': 'off', // takes the `next` of a middleware for a Node callback
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    eqeqeq: 'error',
    'no-console': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/incompatible-library': 'off', // speaks to users of the React Compiler; we measure instead
    // Roles are a contract of this app (status, alert, tablist, group); the tags that imply them carry looks and behaviour of their own.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A region that scrolls must be reachable by keyboard.
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/label-has-associated-control': ['error', { depth: 4 }],
    // Helpers may stand where they are used.
    'unicorn/consistent-function-scoping': 'off',
    'promise/always-return': 'off',
    // The compiler knows an exhaustive switch; this rule does not.
    'typescript/consistent-return': 'off',
    'react/jsx-no-target-blank': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'no-restricted-properties': ['error', noMocks],
    'vitest/valid-expect': ['error', { maxArgs: 2 }], // the second one says which case failed
  },
  overrides: [
    ...Object.entries(MAY_IMPORT).map(layerOverride),
    outsideOverride,
    { files: ['*.config.ts', '*.config.mjs', 'oxlint.config.mjs'], rules: { 'import/no-default-export': 'off' } },
    { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off', 'no-await-in-loop': 'off' } },
    { files: ['bench/page-*.ts'], rules: { 'unicorn/consistent-function-scoping': 'off' } }, // what runs in a page has to bring all it needs
  ],
};
