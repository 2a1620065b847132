import type { JsonObject, JsonPath } from '#base/json.ts';
import type { WireFrame } from './wire.ts';

/** Picks one of several places to break; undefined where there is none. */
export type Choose = <Candidate>(candidates: readonly Candidate[]) => Candidate | undefined;

type Breakage = {
  /** The event that a finding has to name, by its number in order of arrival; not said where the breakage is in no single event. */
  readonly event?: number;
  /** The place in the Response that a finding has to name, or one inside of it or around it. */
  readonly path?: JsonPath;
  /** What the server gives when it is asked for the same response once more. */
  readonly stored?: JsonObject;
};

/** A stream with one thing wrong in it, as its text came over the wire. */
export type BrokenStream = Breakage & { readonly text: string; readonly contentType?: string };

/** A Response with one thing wrong in it. */
export type BrokenBody = Breakage & { readonly body: JsonObject };

/**
 * Breaks good recordings in the one way that one rule has to report. Null where a recording has nothing to break. What breaks a Response
 * breaks the streams that end in it too: these are written anew from it.
 */
export type Mutation =
  | { readonly breaks: 'stream'; readonly apply: (frames: readonly WireFrame[], choose: Choose) => BrokenStream | null }
  | { readonly breaks: 'response'; readonly apply: (body: JsonObject, choose: Choose) => BrokenBody | null };

/** Takes its choices out of one number from 0 to below 1, so that 0 means the first place of all. */
export function chooser(where: number): Choose {
  let rest = where;
  return (candidates) => {
    const position = rest * candidates.length;
    rest = position - Math.floor(position);
    return candidates[Math.floor(position)];
  };
}
