import { createServer } from 'node:net';

/** Answers `port` when it can be listened on just now, or a free one for 0; rejects with the system's error (EADDRINUSE, EACCES, …) when not. */
export function claimPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
