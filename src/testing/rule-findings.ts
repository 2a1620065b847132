import type { JsonObject } from '#base/json.ts';
import { createStreamRecorder, recordStream } from '#model/record-stream.ts';
import type { Finding } from '#model/problems/problem.ts';
import type { FindingDraft, ResponseRule, StreamRule } from '#model/problems/rule.ts';
import type { Recording } from '#model/recording.ts';
import { drawStream } from './event-drawing.ts';

/** What a rule finds in a Response that came as a whole. */
export function findingsIn(rule: ResponseRule, response: JsonObject, stored: JsonObject | null = null): readonly FindingDraft[] {
  return findingsInText(rule, JSON.stringify(response), stored);
}

/** The same for a body as it was sent. */
export function findingsInText(rule: ResponseRule, text: string, stored: JsonObject | null = null): readonly FindingDraft[] {
  return checked(rule, recordingOf(text), stored);
}

export function jsonRecording(response: JsonObject): Recording {
  return recordingOf(JSON.stringify(response));
}

function recordingOf(text: string): Recording {
  const response = JSON.parse(text) as JsonObject;
  return { kind: 'json', source: { kind: 'paste' }, response, receivedAt: 0, bytes: new TextEncoder().encode(text), text };
}

/** What it finds in a Response that was streamed, drawn as `drawStream` has it. */
export function findingsInStream(rule: ResponseRule, drawing: string): readonly FindingDraft[] {
  return checked(rule, recordStream(new TextEncoder().encode(drawStream(drawing)), { kind: 'paste' }, 0), null);
}

/** What a rule about streams finds in a stream that was drawn and closed. */
export function streamFindings(rule: StreamRule, drawing: string): readonly Finding[] {
  const recorder = createStreamRecorder([rule]);
  recorder.append(new TextEncoder().encode(drawStream(drawing)), 0);
  recorder.close();
  return recorder.checked().flatMap(({ findings }) => findings);
}

function checked(rule: ResponseRule, recording: Recording, stored: JsonObject | null): readonly FindingDraft[] {
  return [...rule.check({ recording, response: recording.response, stored })].filter((finding) => finding !== null);
}

/** What a rule finds in events, drawn as `drawStream` has them; of several drawings each is a connection, and all but the last were lost. */
export function findingsInEvents(rule: StreamRule, ...drawings: readonly string[]): readonly Finding[] {
  return findingsInSse(rule, ...drawings.map(drawStream));
}

/** The same for streams as they were sent. */
export function findingsInSse(rule: StreamRule, ...texts: readonly string[]): readonly Finding[] {
  const recorder = createStreamRecorder([rule]);
  texts.forEach((text, index) => {
    recorder.log.connect();
    recorder.append(new TextEncoder().encode(text), index);
    if (index === texts.length - 1) recorder.close();
    else recorder.breakOff();
  });
  return recorder.checked().flatMap(({ findings }) => findings);
}
