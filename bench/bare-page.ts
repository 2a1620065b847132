import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { findOrInstallBrowser } from '../scripts/install-browser.ts';

/** A page of a browser of its own, in which nothing listens to the network. */
export type BarePage = {
  /** Runs `work` in every document before its own scripts. */
  readonly addInitScript: (work: () => void) => Promise<void>;
  readonly goto: (url: string) => Promise<void>;
  /** Runs `work` in the page and answers what it resolves to. Rejects with what it throws. */
  readonly evaluate: <Argument extends JsonValue, Result>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ) => Promise<Result>;
};

/**
 * Starts a browser for `work` and ends it. Playwright listens to the network of every page, for which the browser copies and decodes each
 * body on the page's own main thread once it is complete: some 20 ms for 10 MB, which no visitor waits for. So where the end of a body is
 * measured, the page is driven over the browser's debugging pipe, with nothing switched on but the running of scripts.
 */
export async function withBarePage<Result>(work: (page: BarePage) => Promise<Result>): Promise<Result> {
  const { path, args } = await findOrInstallBrowser();
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const child = spawn(
    path,
    ['--headless=new', '--remote-debugging-pipe', '--window-size=1440,900', `--user-data-dir=${profile}`, ...args, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const [, , , commands, answers] = child.stdio as unknown as readonly [null, null, null, Writable, Readable];
    return await work(await openPage(createPipe(commands, answers)));
  } finally {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Send = (method: string, parameters: JsonObject, sessionId?: string) => Promise<JsonObject>;

/** The DevTools protocol as messages that end with a zero byte. */
function createPipe(commands: Writable, answers: Readable): Send {
  const waiting = new Map<number, { readonly resolve: (answer: JsonObject) => void; readonly reject: (error: Error) => void }>();
  let rest = '';
  answers.setEncoding('utf8');
  answers.on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = objectOf(JSON.parse(message) as JsonValue) ?? {};
      const asked = waiting.get(Number(answer['id']));
      waiting.delete(Number(answer['id']));
      const error = objectOf(answer['error']);
      if (error === null) asked?.resolve(objectOf(answer['result']) ?? {});
      else asked?.reject(new Error(stringOf(error['message']) ?? 'The browser refused'));
    }
  });
  let last = 0;
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      commands.write(`${JSON.stringify({ id: last, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
}

async function openPage(send: Send): Promise<BarePage> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const attached = await send('Target.attachToTarget', { targetId: targetId ?? null, flatten: true });
  const session = stringOf(attached['sessionId']) ?? undefined;
  await send('Page.enable', {}, session);

  async function evaluate<Argument extends JsonValue, Result>(work: (argument: Argument) => Result | Promise<Result>, argument: Argument) {
    const expression = `(${work.toString()})(${JSON.stringify(argument)})`;
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session);
    const thrown = objectOf(answer['exceptionDetails']);
    if (thrown !== null) throw new Error(stringOf(objectOf(thrown['exception'])?.['description']) ?? 'The page threw');
    return objectOf(answer['result'])?.['value'] as Result;
  }

  return {
    evaluate,
    addInitScript: async (work) => {
      await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${work.toString()})()` }, session);
    },
    goto: async (url) => {
      await send('Page.navigate', { url }, session);
      await evaluate(isThere, url);
    },
  };
}

/** Runs in the page: waits until it is the one at `url`, and loaded. */
async function isThere(url: string): Promise<void> {
  while (!location.href.startsWith(url) || document.readyState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
}
