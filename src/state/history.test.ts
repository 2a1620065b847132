// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

async function load() {
  vi.resetModules();
  const [history, preferences] = await Promise.all([import('./history.ts'), import('./preferences.ts')]);
  return { ...history, ...preferences };
}

function entry(responseId: string, change: object = {}) {
  return {
    link: `/responses/${responseId}`,
    responseId,
    connectionId: 'c1',
    title: 'Order 8841',
    model: 'gpt-5.5',
    status: 'completed',
    tokens: 12,
    openedAt: Date.now(),
    ...change,
  };
}

beforeEach(() => localStorage.clear());

describe('history', () => {
  it('lists what was opened, newest first and each link once, through a reload', async () => {
    const { rememberOpened } = await load();
    rememberOpened(entry('resp_1'));
    rememberOpened(entry('resp_2'));
    rememberOpened(entry('resp_1', { status: 'failed' }));
    const { historyStore } = await load();
    expect(historyStore.get().map(({ responseId, status }) => [responseId, status])).toEqual([
      ['resp_1', 'failed'],
      ['resp_2', 'completed'],
    ]);
  });

  it('finds entries by every word of a search, in ID, title, model or status', async () => {
    const { searchHistory } = await load();
    const entries = [entry('resp_1'), entry('resp_2', { title: 'Invoice', model: 'o4-mini', status: 'failed' })];
    expect(searchHistory(entries, 'O4 fail').map(({ responseId }) => responseId)).toEqual(['resp_2']);
    expect(searchHistory(entries, ' ')).toHaveLength(2);
    expect(searchHistory(entries, 'resp_1 invoice')).toEqual([]);
  });

  it('forgets by itself what was opened more than 30 days ago', async () => {
    const { rememberOpened } = await load();
    rememberOpened(entry('resp_old', { openedAt: Date.now() - 31 * 86_400_000 }));
    rememberOpened(entry('resp_new', { openedAt: Date.now() - 29 * 86_400_000 }));
    expect((await load()).historyStore.get().map(({ responseId }) => responseId)).toEqual(['resp_new']);
  });

  it('takes entries away, one or all', async () => {
    const { rememberOpened, forgetOpened, forgetHistory, historyStore } = await load();
    rememberOpened(entry('resp_1'));
    rememberOpened(entry('resp_2'));
    forgetOpened('/responses/resp_2');
    expect(historyStore.get().map(({ responseId }) => responseId)).toEqual(['resp_1']);
    forgetHistory();
    expect(historyStore.get()).toEqual([]);
    expect(localStorage.getItem('responses-devtools.history')).toBeNull();
  });

  it('keeps nothing when nothing is to be kept', async () => {
    const { rememberOpened, setPreference, historyStore } = await load();
    setPreference('keepHistory', false);
    rememberOpened(entry('resp_1'));
    expect(historyStore.get()).toEqual([]);
  });

  it('knows the connection an ID was last opened with', async () => {
    const { rememberOpened, lastConnectionOf } = await load();
    rememberOpened(entry('resp_1', { connectionId: 'c7' }));
    rememberOpened(entry('resp_1', { link: '/recordings/aa', connectionId: null }));
    expect(lastConnectionOf('resp_1')).toBe('c7');
    expect(lastConnectionOf('resp_9')).toBeNull();
  });

  it('prefers the connection an ID was just asked with, also when nothing came of it', async () => {
    const { rememberOpened, lastConnectionOf, preferConnection } = await load();
    rememberOpened(entry('resp_1', { connectionId: 'c7' }));
    preferConnection('resp_1', 'c8');
    expect(lastConnectionOf('resp_1')).toBe('c8');
  });
});
