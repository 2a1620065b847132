import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import type { BuildFiles } from '#offline/build-files.ts';
import { inProject } from './project-root.ts';

type Bundle = Rolldown.OutputBundle;
/** A file of the build, as a path from its root, with what its content hashes to. */
type BuiltFile = { readonly path: string; readonly hash: string };

/** Every file that hosts have for themselves and no page asks for. */
const FOR_HOSTS = /^(?:index|404)\.html$/;
/** Of the files in public/, those that home loads. */
const LOADED_BY_HOME = new Set(['samples/index.json', 'icon.svg', 'manifest.webmanifest']);

/** Writes `service-worker.js`, which holds the list of the build's files: it changes whenever one of them does, which is how browsers notice. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (resolved) => void (config = resolved),
    async generateBundle(_options, bundle) {
      const files = listFiles(bundle, config.publicDir);
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: await bundleWorker(files) });
    },
  };
}

/** The worker as one file that imports nothing: a worker with imports is a module, which not every browser takes. */
async function bundleWorker(files: BuildFiles): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILD_FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: inProject('src/offline/service-worker.ts'), output: { format: 'iife' } },
    },
  });
  const [chunk] = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The service worker was not built.');
  return chunk.code;
}

/** What a browser may keep of a build, by when it is kept. */
function listFiles(bundle: Bundle, publicFolder: string): BuildFiles {
  const published = filesIn(publicFolder);
  const built = Object.values(bundle).map((file): BuiltFile => ({
    path: file.fileName,
    hash: hashOf(file.type === 'chunk' ? file.code : file.source),
  }));
  const all = [...built, ...published].toSorted((left, right) => (left.path < right.path ? -1 : 1));
  const start = new Set([...startFiles(bundle), ...LOADED_BY_HOME]);
  const later = laterFiles(bundle);
  const isLater = (path: string) => later.has(path) || path.endsWith('.sse') || path.startsWith('icons/');
  const paths = all.map(({ path }) => path).filter((path) => !FOR_HOSTS.test(path));
  return {
    id: hashOf(all.map(({ path, hash }) => `${path} ${hash}`).join('\n')).slice(0, 16),
    start: paths.filter((path) => start.has(path)),
    views: paths.filter((path) => !start.has(path) && !isLater(path)),
    rest: paths.filter((path) => !start.has(path) && isLater(path)),
  };
}

/** What the page starts with: its script, what that imports, and their styles. */
function startFiles(bundle: Bundle): readonly string[] {
  const entries = chunksOf(bundle).filter(({ isEntry }) => isEntry);
  return withImports(entries, bundle);
}

/** What only chunks from packages need: they are loaded by our views when something in a response asks for them (a language, a price). */
function laterFiles(bundle: Bundle): ReadonlySet<string> {
  const chunks = chunksOf(bundle);
  const isOurs = ({ isEntry, facadeModuleId }: Rolldown.OutputChunk) =>
    isEntry || (facadeModuleId !== null && !facadeModuleId.includes('/node_modules/'));
  const ours = new Set(withImports(chunks.filter(isOurs), bundle));
  return new Set(withImports(chunks, bundle).filter((file) => !ours.has(file)));
}

/** Chunks with all that they import, and the styles of each. */
function withImports(chunks: readonly Rolldown.OutputChunk[], bundle: Bundle): readonly string[] {
  const found = new Set<string>();
  const visit = ({ fileName, imports, viteMetadata }: Rolldown.OutputChunk) => {
    if (found.has(fileName)) return;
    found.add(fileName);
    for (const style of viteMetadata?.importedCss ?? []) found.add(style);
    for (const chunk of imports.map((name) => bundle[name])) if (chunk?.type === 'chunk') visit(chunk);
  };
  chunks.forEach(visit);
  return [...found];
}

function chunksOf(bundle: Bundle): readonly Rolldown.OutputChunk[] {
  return Object.values(bundle).filter((file) => file.type === 'chunk');
}

function filesIn(folder: string): readonly BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), hash: hashOf(readFileSync(file)) }));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
