import { CONTENT_MUTATIONS } from './content-mutations.ts';
import { FRAMING_MUTATIONS } from './framing-mutations.ts';
import type { Mutation } from './mutation.ts';
import { RESPONSE_MUTATIONS } from './response-mutations.ts';
import { SEQUENCE_MUTATIONS } from './sequence-mutations.ts';
import { STRUCTURE_MUTATIONS } from './structure-mutations.ts';

/** By the id of a rule: what it has to report. */
export const MUTATIONS: ReadonlyMap<string, Mutation> = new Map<string, Mutation>(
  Object.entries({ ...SEQUENCE_MUTATIONS, ...STRUCTURE_MUTATIONS, ...FRAMING_MUTATIONS, ...CONTENT_MUTATIONS, ...RESPONSE_MUTATIONS }),
);
