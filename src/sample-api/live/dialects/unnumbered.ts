import type { Dialect } from '#sample-api/live/dialect.ts';
import { without } from './change-draft.ts';

/** No numbers, as old servers and proxies send it: what is missed cannot be asked for. */
export const unnumbered: Dialect = { finish: (event) => without(event, 'sequence_number') };
