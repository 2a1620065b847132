import { preview } from 'vite';
import { claimPort } from './claim-port.ts';
import { Complaint } from './complaint.ts';
import { ensureFreshBuild } from './fresh-build.ts';
import { PROJECT_ROOT } from './project-root.ts';

export type SiteAddress = {
  /** A port from 1 to 65535, or 0 for any free one. */
  readonly port: number;
  readonly host: string;
};
export type Site = {
  /** Without a slash at the end, such as `http://127.0.0.1:4173`. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Serves the production build, built first if need be, and the sample API on one port. Throws a complaint when the port can't be had. */
export async function serveSite({ port, host }: SiteAddress): Promise<Site> {
  // Before the build, so that nobody waits for it in vain.
  const freePort = await claimPort(port, host).catch((error: Error) => {
    throw portComplaint(error, { port, host });
  });
  await ensureFreshBuild();
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
  const server = await preview({
    root: PROJECT_ROOT,
    logLevel: 'warn',
    // Names of other hosts are refused on loopback (DNS rebinding); who opens the server to a network knows its name better than we.
    preview: { port: freePort, host, strictPort: true, ...(!isLoopback && { allowedHosts: true as const }) },
  }).catch((error: Error) => {
    throw portComplaint(error, { port: freePort, host });
  });
  const base = server.config.base.startsWith('/') ? server.config.base.replace(/\/$/, '') : '';
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${freePort}${base}`, close: () => server.close() };
}

function portComplaint(error: Error & { code?: string }, { port, host }: SiteAddress): Error {
  const code = /already in use/.test(error.message) ? 'EADDRINUSE' : error.code;
  switch (code) {
    case 'EADDRINUSE':
      return new Complaint(`Port ${port} is taken; start on another: PORT=${port === 4180 ? 4181 : 4180} npm start`);
    case 'EACCES':
      return new Complaint(`Port ${port} needs more rights than we have; start on another: PORT=4180 npm start`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Complaint(`This machine has no address ${host}; unset HOST, or set it to 127.0.0.1 or 0.0.0.0.`);
    default:
      return error;
  }
}
