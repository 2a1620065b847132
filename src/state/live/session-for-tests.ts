import { vi } from 'vitest';
import { NO_PARAMETERS, type RetrieveParameters } from '#protocol/parameters.ts';
import { createLiveSession, type LiveSession, type SessionPorts } from './live-session.ts';
import type { LiveView } from './live-view.ts';
import { createTestServer, openTestPort, type TestDisk } from './server-for-tests.ts';

export const testConnection = {
  id: 'c1',
  presetId: 'custom',
  baseUrl: 'https://api.vendor.example/v1',
  auth: { kind: 'bearer' },
  organization: '',
  project: '',
  headers: [],
} as const;

type Options = Partial<Pick<SessionPorts, 'keeping' | 'onKept' | 'mayAsk' | 'openPort'>> & {
  readonly parameters?: RetrieveParameters;
  readonly disk?: TestDisk;
};

const sessions: LiveSession[] = [];

/** A stream of `resp_1` from a server that does what the test says. Needs fake timers. */
export function startTestSession({ parameters = NO_PARAMETERS, disk, ...ports }: Options = {}) {
  const server = createTestServer();
  const network = new Set<() => void>();
  const live = createLiveSession(
    { connection: testConnection, responseId: 'resp_1', parameters },
    {
      openPort: () => openTestPort(server.send, disk),
      credentials: () => ({ connection: testConnection, key: 'sk-test-0001' }),
      onNextFrame: (callback) => {
        const timer = setTimeout(callback, 16);
        return () => clearTimeout(timer);
      },
      onOnline: (callback) => {
        network.add(callback);
        return () => network.delete(callback);
      },
      pageOrigin: 'https://viewer.example',
      keeping: null,
      onKept: () => undefined,
      mayAsk: true,
      ...ports,
    },
  );
  sessions.push(live);
  const comeOnline = () => network.forEach((callback) => callback());
  return {
    server,
    live,
    comeOnline,
    view: (): LiveView => live.store.get(),
    urls: () => server.connections.map(({ request }) => request.url),
  };
}

export function disposeSessions(): void {
  for (const session of sessions.splice(0)) session.dispose();
}

/** Lets everything happen that happens within so many milliseconds. */
export async function pass(milliseconds = 40): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
