import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEMS_DOC, problemsDoc, RENEWAL } from './problems-doc.ts';

it('tells of the rules as they are', () => {
  const written = existsSync(PROBLEMS_DOC) ? readFileSync(PROBLEMS_DOC, 'utf8') : '';
  expect(written, `docs/problems.md is not up to date. To renew it: ${RENEWAL}`).toBe(problemsDoc());
});
