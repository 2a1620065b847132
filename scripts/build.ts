import { buildSite } from './fresh-build.ts';

await buildSite();
console.log('Built into dist/, which any static host can serve (README.md has the rewrite rules).');
