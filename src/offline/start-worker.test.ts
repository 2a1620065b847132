import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuildFiles } from './build-files.ts';
import type { PageMessage } from './page-message.ts';
import { PATIENCE } from './start-worker.ts';
import { BrowserForTests, SCOPE, type WorkerForTests } from './worker-for-tests.ts';

function build(id: string): BuildFiles {
  return {
    id,
    start: [`assets/index-${id}.js`, 'icon.svg'],
    views: [`assets/raw-${id}.js`, 'samples/hello.json'],
    rest: [`assets/go-${id}.js`],
  };
}

const file =
  (text: string, type = 'text/javascript') =>
  () =>
    new Response(text, { headers: { 'content-type': type } });

/** Puts a build on the host, in place of the one before. */
function deploy(browser: BrowserForTests, id: string) {
  browser.files = {
    '': file(`<html><script src="/tools/assets/index-${id}.js"></script>${id}`, 'text/html'),
    [`assets/index-${id}.js`]: file(`index ${id}`),
    [`assets/raw-${id}.js`]: file(`raw ${id}`),
    [`assets/go-${id}.js`]: file(`go ${id}`),
    'icon.svg': file('<svg/>', 'image/svg+xml'),
    'samples/hello.json': file(`{"of":"${id}"}`, 'application/json'),
  };
}

function pageOf(id: string, wantsAll = false): PageMessage {
  return { type: 'responses-devtools page', entry: `${SCOPE}assets/index-${id}.js`, wantsAll };
}

const page = (worker: WorkerForTests, path = '') => worker.ask(path, { isNavigation: true }).then((answer) => answer?.text());
const text = (worker: WorkerForTests, path: string) => worker.ask(path).then((answer) => answer?.text());

let browser: BrowserForTests;
beforeEach(() => {
  browser = new BrowserForTests();
  deploy(browser, 'a');
});

async function installed(id: string): Promise<WorkerForTests> {
  const worker = browser.start(build(id));
  await worker.send('install');
  return worker;
}

async function active(id: string): Promise<WorkerForTests> {
  const worker = await installed(id);
  await worker.send('activate');
  return worker;
}

describe('what is kept', () => {
  it('is the page, what it starts with and the views', async () => {
    await active('a');
    expect(browser.kept).toEqual({
      'responses-devtools /tools/ a': ['', 'assets/index-a.js', 'assets/raw-a.js', 'icon.svg', 'samples/hello.json'],
    });
  });

  it('is only what the page starts with where data is to be saved, and what is used', async () => {
    browser.savesData = true;
    const worker = await active('a');
    await worker.send('message', pageOf('a', true));
    expect(browser.kept['responses-devtools /tools/ a']).toEqual(['', 'assets/index-a.js', 'icon.svg']);
    expect(await text(worker, 'assets/raw-a.js')).toBe('raw a');
    browser.isOnline = false;
    expect(await text(worker, 'assets/raw-a.js')).toBe('raw a');
  });

  it('is everything once a page wants that, and from then on for every build', async () => {
    const worker = await active('a');
    await worker.send('message', pageOf('a', true));
    expect(browser.kept['responses-devtools /tools/ a rest']).toEqual(['assets/go-a.js']);
    deploy(browser, 'b');
    await active('b');
    expect(browser.kept['responses-devtools /tools/ b rest']).toEqual(['assets/go-b.js']);
  });

  it('is asked for once', async () => {
    const worker = await active('a');
    await worker.send('message', pageOf('a', true));
    await worker.send('message', pageOf('a', true));
    expect(browser.asked.toSorted()).toEqual([...new Set(browser.asked)].toSorted());
  });

  it('never leaves a page without its scripts: the old one stays when something is missing', async () => {
    const worker = await active('a');
    deploy(browser, 'b');
    browser.files = { ...browser.files, 'assets/index-b.js': file('<html>not found</html>', 'text/html') };
    await expect(installed('b')).rejects.toThrow('assets/index-b.js');
    deploy(browser, 'c'); // once more, while the worker of b was on its way
    await expect(installed('b')).rejects.toThrow('another build');
    browser.isOnline = false;
    expect(await page(worker)).toContain('a');
    expect(await text(worker, 'assets/index-a.js')).toBe('index a');
  });

  it('does without a view that cannot be had', async () => {
    browser.files = { ...browser.files, 'assets/raw-a.js': () => new Response('', { status: 404 }) };
    const worker = await active('a');
    expect(browser.kept['responses-devtools /tools/ a']).not.toContain('assets/raw-a.js');
    expect((await worker.ask('assets/raw-a.js'))?.status).toBe(404);
    expect(browser.kept['responses-devtools /tools/ a']).not.toContain('assets/raw-a.js');
  });

  it('leaves the caches of others on the same host alone', async () => {
    const others = ['responses-devtools / a', 'responses-devtools /tools/more/ a', 'another app'];
    browser.keepForOthers(others);
    await active('a');
    await active('a');
    expect(Object.keys(browser.kept)).toEqual([...others, 'responses-devtools /tools/ a']);
  });
});

describe('without a network', () => {
  it.each(['', 'responses/resp_1?base_url=https://api.example/v1', 'recordings/00ff', '?key=sk-1'])('"%s" gets the page', async (path) => {
    const worker = await active('a');
    browser.isOnline = false;
    expect(await page(worker, path)).toContain('assets/index-a.js');
    expect(Object.values(browser.kept).flat().join()).not.toContain('sk-1');
  });

  it('what was never kept fails as it does without a worker', async () => {
    const worker = await active('a');
    browser.isOnline = false;
    await expect(worker.ask('assets/go-a.js')).rejects.toThrow('Failed to fetch');
  });
});

describe('with a network', () => {
  it('the page is the host’s, and a broken host’s is the kept one', async () => {
    const worker = await active('a');
    deploy(browser, 'b');
    expect(await page(worker)).toContain('index-b');
    browser.files = { '': () => new Response('Bad gateway', { status: 502 }) };
    expect(await page(worker)).toContain('index-a');
    browser.files = { 'responses/x': () => new Response('the page of a host without rules', { status: 404 }) };
    expect(await page(worker, 'responses/x')).toContain('without rules');
  });

  it('a sample is the host’s', async () => {
    const worker = await active('a');
    browser.files = { 'samples/hello.json': file('{"of":"an edit"}', 'application/json') };
    expect(await text(worker, 'samples/hello.json')).toBe('{"of":"an edit"}');
    browser.isOnline = false;
    expect(await text(worker, 'samples/hello.json')).toBe('{"of":"an edit"}');
  });

  it('a script is asked for once', async () => {
    const worker = await active('a');
    browser.asked.length = 0;
    expect(await text(worker, 'assets/index-a.js')).toBe('index a');
    expect(browser.asked).toEqual([]);
  });

  describe('that is slow', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('the kept page does not wait for long', async () => {
      const worker = await active('a');
      browser.isStuck = true;
      const answer = page(worker);
      await vi.advanceTimersByTimeAsync(PATIENCE);
      expect(await answer).toContain('index-a');
    });
  });
});

describe('a new build', () => {
  it('leaves the old one its files while a page of it may be open, and serves them to it', async () => {
    const old = await active('a');
    deploy(browser, 'b');
    await installed('b');
    expect(await text(old, 'assets/raw-a.js')).toBe('raw a');
    browser.isOnline = false;
    expect(await text(old, 'assets/raw-b.js')).toBe('raw b');
  });

  it('is what opens without a network, even before its worker has taken over', async () => {
    const old = await active('a');
    deploy(browser, 'b');
    await installed('b');
    browser.isOnline = false;
    expect(await page(old)).toContain('index-b');
    expect(await text(old, 'assets/index-b.js')).toBe('index b');
  });

  it('forgets the old one when it takes over', async () => {
    await active('a');
    deploy(browser, 'b');
    await active('b');
    expect(Object.keys(browser.kept)).toEqual(['responses-devtools /tools/ b']);
  });

  it('hears nobody but pages of its own build', async () => {
    const worker = await active('a');
    browser.asked.length = 0;
    for (const data of [null, 'all', { wantsAll: true }, { ...pageOf('a', true), type: 'other' }, pageOf('b', true)])
      await worker.send('message', data);
    expect(browser.asked).toEqual([]);
  });
});
