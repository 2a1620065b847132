// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '#protocol/connection.ts';

async function load() {
  vi.resetModules();
  const [connections, preferences, drafts, keys] = await Promise.all([
    import('./connections.ts'),
    import('./preferences.ts'),
    import('./open-draft.ts'),
    import('./keys.ts'),
  ]);
  return { ...connections, ...preferences, ...drafts, ...keys };
}

const LOCAL = 'http://127.0.0.1:8000/v1';
const NO_PARAMETERS = { include: [], stream: null, startingAfter: null, includeObfuscation: null };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('connections', () => {
  it('takes the authentication from the preset that fits the base URL', async () => {
    const { draftConnection } = await load();
    expect(draftConnection(null)).toMatchObject({ presetId: 'openai', auth: { kind: 'bearer' } });
    expect(draftConnection('https://shop.openai.azure.com/openai/v1')).toMatchObject({
      presetId: 'azure',
      auth: { kind: 'header', name: 'api-key' },
    });
    expect(draftConnection('https://unheard.example/v1').presetId).toBe('custom');
  });

  it('prefers the connection an ID was opened with, else the last used, else a draft', async () => {
    const { rememberConnection, draftConnection, connectionFor, connectionsStore } = await load();
    const first = rememberConnection({ ...draftConnection(LOCAL), project: 'one' });
    const second = rememberConnection({ ...draftConnection(`${LOCAL}/`), project: 'two' });
    const all = connectionsStore.get();
    expect(connectionFor(all, LOCAL, first.id).id).toBe(first.id);
    expect(connectionFor(all, LOCAL, null).id).toBe(second.id);
    expect(connectionFor(all, 'https://other.example/v1', first.id)).toMatchObject({ id: '', presetId: 'custom' });
  });

  it('survives a reload without the values of extra headers', async () => {
    const before = await load();
    before.rememberConnection({ ...before.draftConnection(LOCAL), headers: [{ name: 'X-Gateway', value: 'secret-token' }] });
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('secret-token');
    const [after] = (await load()).connectionsStore.get();
    expect(after?.headers).toEqual([{ name: 'X-Gateway', value: '' }]);
  });

  it('writes nothing when nothing is to be kept', async () => {
    const { rememberConnection, draftConnection, setPreference } = await load();
    setPreference('keepHistory', false);
    rememberConnection(draftConnection(LOCAL));
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('8000');
  });
});

describe('submitDraft', () => {
  function draftOf(connection: Connection, key: string) {
    return { responseId: ' resp_1 ', connection, key, keep: 'page' as const, parameters: NO_PARAMETERS };
  }

  it('holds the key for its origin and leaves it out of the place to go to', async () => {
    const { submitDraft, draftConnection, secretFor } = await load();
    const { place, connection } = submitDraft(draftOf(draftConnection(LOCAL), 'sk-local-key-1234567890'));
    expect(place).toEqual({ kind: 'response', id: 'resp_1', baseUrl: LOCAL, parameters: NO_PARAMETERS });
    expect(secretFor(connection.id, 'http://127.0.0.1:8000')?.key).toBe('sk-local-key-1234567890');
  });

  it('leaves the base URL out of links to OpenAI', async () => {
    const { submitDraft, draftConnection } = await load();
    expect(submitDraft(draftOf(draftConnection(null), 'sk-a')).place.baseUrl).toBeNull();
  });

  it('uses the same connection again for the same server and key, and another for another key', async () => {
    const { submitDraft, draftConnection } = await load();
    const first = submitDraft(draftOf(draftConnection(LOCAL), 'sk-one'));
    expect(submitDraft(draftOf(draftConnection(LOCAL), 'sk-one')).connection.id).toBe(first.connection.id);
    expect(submitDraft(draftOf(draftConnection(LOCAL), 'sk-two')).connection.id).not.toBe(first.connection.id);
  });

  it('forgets the key of a connection whose field was emptied', async () => {
    const { submitDraft, draftConnection, secretFor } = await load();
    const { connection } = submitDraft(draftOf(draftConnection(LOCAL), 'sk-one'));
    submitDraft(draftOf(connection, ''));
    expect(secretFor(connection.id, 'http://127.0.0.1:8000')).toBeNull();
  });

  it('does not take a key along to another origin', async () => {
    const { withBaseUrl, draftConnection } = await load();
    const draft = draftOf(draftConnection(LOCAL), 'sk-one');
    expect(withBaseUrl(draft, 'http://127.0.0.1:8000/v2').key).toBe('sk-one');
    expect(withBaseUrl(draft, 'http://127.0.0.1:9000/v1').key).toBe('');
    expect(withBaseUrl(draft, 'https://evil.example/v1').key).toBe('');
  });
});
