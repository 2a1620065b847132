/** `npm run problems-doc`: writes docs/problems.md from the registry of the rules. */
import { writeFileSync } from 'node:fs';
import { PROBLEMS_DOC, problemsDoc } from './problems-doc/problems-doc.ts';

writeFileSync(PROBLEMS_DOC, problemsDoc());
console.log('Written to docs/problems.md');
