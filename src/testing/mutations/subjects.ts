import type { JsonObject } from '#base/json.ts';
import type { SampleEntry } from '#model/sample-manifest.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { findProblems } from '#model/problems/find-problems.ts';
import type { Problem } from '#model/problems/problem.ts';
import { recordStream } from '#model/record-stream.ts';
import type { Recording, RecordingSource } from '#model/recording.ts';
import { frameOf, numbered, responseDrafts } from '#sample-api/event-writing/response-events.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { chooser, type BrokenStream, type Mutation } from './mutation.ts';
import { framesIn, terminalResponse, type WireFrame } from './wire.ts';

/** A good recording that rules and mutations are tried on. */
export type Subject = {
  /** The name of its file. */
  readonly name: string;
  /** The rules that it breaks on purpose, as the manifest has them: it is a sample of a server with bugs. Null of a sound one. */
  readonly faults: readonly string[] | null;
  /** Its frames; null where it is a body. */
  readonly frames: readonly WireFrame[] | null;
  /** The Response in it; of a stream, that of the terminal event. */
  readonly body: JsonObject;
  readonly recording: Recording;
};

/** A recording that a mutation broke, with what its rule has to point at. */
export type BrokenSubject = Pick<BrokenStream, 'event' | 'path'> & { readonly recording: Recording; readonly stored: JsonObject | null };

const encoder = new TextEncoder();

/** Every stream and every body of `public/samples`, streams first. */
export function loadSubjects(): readonly Subject[] {
  const samples = loadSamples();
  const streams = samples.flatMap(({ entry, streamText }) =>
    entry.stream === null || streamText === null ? [] : [streamSubject(entry, entry.stream, streamText)],
  );
  const bodies = samples.map(({ entry, bodyText, body }) => ({
    name: entry.body,
    faults: entry.faults ?? null,
    frames: null,
    body,
    recording: recordBody(bodyText, body),
  }));
  return [...streams, ...bodies];
}

/** What a mutation makes of a subject; `where`, from 0 to below 1, chooses the place. Null where there is nothing to break. */
export function breakSubject(subject: Subject, mutation: Mutation, where: number): BrokenSubject | null {
  if (mutation.breaks === 'stream') {
    const broken = subject.frames === null ? null : mutation.apply(subject.frames, chooser(where));
    return broken && { ...broken, stored: broken.stored ?? null, recording: recordText(broken.text, broken.contentType) };
  }
  const broken = mutation.apply(subject.body, chooser(where));
  if (broken === null) return null;
  const recording = subject.frames === null ? recordBody(JSON.stringify(broken.body), broken.body) : recordText(streamOf(broken.body));
  return { ...broken, stored: broken.stored ?? null, recording };
}

/** Whether a mutation finds something to break in a subject. */
export function isBreakable({ frames, body }: Subject, mutation: Mutation): boolean {
  if (mutation.breaks === 'response') return mutation.apply(body, chooser(0)) !== null;
  return frames !== null && mutation.apply(frames, chooser(0)) !== null;
}

/** All that the rules find, at once. */
export function problemsIn(recording: Recording, stored: JsonObject | null = null): readonly Problem[] {
  const finding = findProblems(recording, stored);
  for (let step = finding.next(); ; step = finding.next()) if (step.done) return step.value;
}

/** The recording of a stream, as if an API had sent this text. */
export function recordText(text: string, contentType = 'text/event-stream; charset=utf-8'): Recording {
  return recordStream(encoder.encode(text), sourceOf(contentType), 0);
}

function streamSubject(entry: SampleEntry, name: string, text: string): Subject {
  const frames = framesIn(text);
  return { name, faults: entry.faults ?? null, frames, body: terminalResponse(frames) ?? {}, recording: recordText(text) };
}

/** The recording of a body, as if an API had sent this text. */
export function recordBody(text: string, response: JsonObject): Recording {
  return { kind: 'json', source: sourceOf('application/json'), response, text, bytes: encoder.encode(text), receivedAt: 0 };
}

function sourceOf(contentType: string): RecordingSource {
  return {
    kind: 'api',
    responseId: 'resp_sample',
    baseUrl: 'https://api.example/v1',
    parameters: NO_PARAMETERS,
    requestId: null,
    contentType,
  };
}

/** The whole stream that ends in this Response. */
function streamOf(body: JsonObject): string {
  return responseDrafts(body, [])
    .map((draft, index) => frameOf(numbered(draft, index)))
    .join('');
}
