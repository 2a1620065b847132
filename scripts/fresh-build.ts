import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprintOfInputs } from './build-inputs.ts';
import { inProject, PROJECT_ROOT } from './project-root.ts';

const DIST = inProject('dist');
/** Inside `dist/`, so that it can never outlive the build it speaks of. */
const STAMP = '.build-inputs';

/** Makes `dist/` the production build of the sources as they are now; does nothing when it already is. */
export async function ensureFreshBuild(): Promise<void> {
  const stamp = join(DIST, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfInputs()) return;
  console.log('Building …');
  await buildSite({ logLevel: 'warn' });
}

/**
 * Builds the sources into `dist/`. It is built aside and moved there whole, so that a build that fails, or two at a time, never leave half a site.
 */
export async function buildSite({ logLevel = 'info' }: { readonly logLevel?: 'info' | 'warn' } = {}): Promise<void> {
  const fingerprint = fingerprintOfInputs(); // taken first: a file changed meanwhile makes this build stale
  const aside = inProject(`.build-${process.pid}`);
  process.env['NODE_ENV'] = 'production'; // whatever the shell says: React's development build is another program
  try {
    await build({ root: PROJECT_ROOT, logLevel, build: { outDir: aside, emptyOutDir: true } });
    writeFileSync(join(aside, STAMP), fingerprint);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(aside, DIST);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
