import { Complaint } from './complaint.ts';
import { serveSite } from './serve-site.ts';

const DEFAULT_PORT = 4173;

/** The port PORT asks for; empty means the default. */
function portFrom(text: string): number {
  if (text === '') return DEFAULT_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new Complaint(`PORT is "${text}", which is no port: use a number from 1 to 65535, such as PORT=4180 npm start`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

const site = await serveSite({ port: portFrom((process.env['PORT'] ?? '').trim()), host: process.env['HOST'] || '127.0.0.1' });
console.log(`Responses DevTools is at ${site.url}`);
console.log(`The sample API is at ${site.url}/sample/v1 (key: sk-sample). Ctrl-C ends both.`);
