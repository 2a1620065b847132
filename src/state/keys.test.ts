// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'sk-test-0123456789abcdefghij';

/** The module reads the storages once, when it loads: a fresh load is a reload of the page. */
async function load() {
  vi.resetModules();
  return import('./keys.ts');
}

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

describe('keys', () => {
  it('keeps a key in memory by default, and writes it nowhere', async () => {
    const keys = await load();
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'page');
    expect(keys.secretFor('c1', 'https://a.example')?.key).toBe(KEY);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(KEY);
    expect((await load()).secretFor('c1', 'https://a.example')).toBeNull();
  });

  it.each([
    ['tab', () => sessionStorage, () => localStorage],
    ['device', () => localStorage, () => sessionStorage],
  ] as const)('keeps it for this %s through a reload, in that storage alone', async (keep, own, other) => {
    const keys = await load();
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: { 'X-Gateway': 'token-1' } }, keep);
    expect(JSON.stringify(Object.entries(own()))).toContain(KEY);
    expect(JSON.stringify(Object.entries(other()))).not.toContain(KEY);
    expect((await load()).secretFor('c1', 'https://a.example')).toEqual({ key: KEY, headerValues: { 'X-Gateway': 'token-1' }, keep });
  });

  it('never answers for another origin or another connection', async () => {
    const keys = await load();
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'page');
    expect(keys.secretFor('c1', 'https://b.example')).toBeNull();
    expect(keys.secretFor('c1', 'http://a.example')).toBeNull();
    expect(keys.secretFor('c2', 'https://a.example')).toBeNull();
  });

  it('moves a key when it is to be kept elsewhere, and leaves nothing behind', async () => {
    const keys = await load();
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'device');
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'page');
    expect(localStorage.length).toBe(0);
  });

  it('forgets one key, or all of them, in memory and on disk', async () => {
    const keys = await load();
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'device');
    keys.holdSecret('c2', 'https://b.example', { key: `${KEY}2`, headerValues: {} }, 'tab');
    keys.forgetSecret('c1');
    expect(keys.secretFor('c1', 'https://a.example')).toBeNull();
    expect(keys.secretFor('c2', 'https://b.example')).not.toBeNull();
    keys.forgetAllSecrets();
    expect(keys.secretFor('c2', 'https://b.example')).toBeNull();
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('still holds the key in memory when the browser refuses to store it, and says so', async () => {
    const keys = await load();
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'device')).toBe(false);
    expect(keys.secretFor('c1', 'https://a.example')?.key).toBe(KEY);
  });

  it('tells readers of a change, and of nothing else', async () => {
    const keys = await load();
    const heard = vi.fn<() => void>();
    keys.keyRevision.subscribe(heard);
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'page');
    keys.holdSecret('c1', 'https://a.example', { key: KEY, headerValues: {} }, 'tab');
    expect(heard).toHaveBeenCalledTimes(1);
    keys.forgetSecret('c1');
    keys.forgetSecret('c1');
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('ignores what it cannot read in a storage', async () => {
    localStorage.setItem('responses-devtools.keys', '{"c1":{"origin":7}}');
    sessionStorage.setItem('responses-devtools.keys', 'not json');
    const keys = await load();
    expect(keys.secretFor('c1', 'https://a.example')).toBeNull();
  });
});
