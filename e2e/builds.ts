import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the viewer for a base path into `folder`. */
export async function buildUnder(basePath: string, folder: string): Promise<void> {
  const parameters = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, parameters, { env: { ...process.env, BASE_PATH: basePath, NODE_ENV: 'production' } });
}

/** Writes into `folder` what a later build would be: every hashed file has another name, also wherever it is mentioned. */
export async function makeLaterBuild(folder: string): Promise<void> {
  await cp('dist', folder, { recursive: true });
  const assets = await readdir(join(folder, 'assets'));
  const renamed = (text: string) => assets.reduce((changed, name) => changed.replaceAll(name, laterName(name)), text);
  const changeText = async (file: string) => writeFile(file, renamed(await readFile(file, 'utf8')));
  await Promise.all(['index.html', '404.html'].map((name) => changeText(join(folder, name))));
  await Promise.all(
    assets.map(async (name) => {
      await changeText(join(folder, 'assets', name));
      await rename(join(folder, 'assets', name), join(folder, 'assets', laterName(name)));
    }),
  );
  const worker = join(folder, 'service-worker.js');
  await writeFile(
    worker,
    renamed(await readFile(worker, 'utf8')).replace(/[0-9a-f]{16}/, () => '0123456789abcdef'),
  );
}

function laterName(name: string): string {
  return name.replace(/(?=\.[a-z]+$)/, '-later');
}
