import OpenAI, { BadRequestError } from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleServer, type SampleServer } from '../../../scripts/sample-api-server.ts';
import { createTestClock } from './clock-for-tests.ts';

const clock = createTestClock();
let server: SampleServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startSampleServer(clock);
  client = new OpenAI({ apiKey: 'sk-sample', baseURL: server.baseUrl, maxRetries: 0 });
});
afterAll(async () => server.close());

const stream = (id: string, starting_after?: number) =>
  client.responses.retrieve(id, { stream: true, ...(starting_after === undefined ? {} : { starting_after }) });

/** The events until the stream ends, or breaks off in the middle of one. */
async function collect(events: AsyncIterable<ResponseStreamEvent>) {
  const collected: ResponseStreamEvent[] = [];
  try {
    for await (const event of events) collected.push(event);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return collected;
}

describe('the official SDK, while a response is at work', () => {
  it('streams to its end', async () => {
    const events = await collect(await stream('resp_live_agent.sdk'));
    expect(events.length).toBeGreaterThan(1200);
    const final = await client.responses.retrieve('resp_live_agent.sdk');
    expect(events.at(-1)).toEqual({
      type: 'response.completed',
      sequence_number: events.length - 1,
      response: expect.objectContaining({ output: final.output }),
    });
    expect(final.output_text).toMatch(/Why checkout is slow/);
  });

  it('adds up what it streams, which it does only for streams without a fault', async () => {
    const final = await client.responses.stream({ response_id: 'resp_live_quick.sdk-helper' }).finalResponse();
    expect(final).toMatchObject({ id: 'resp_live_quick.sdk-helper', status: 'completed', background: true });
    expect(final.output_text).toMatch(/Yes, before Monday/);
  });

  it('resumes where a connection was cut', async () => {
    const numbers: number[] = [];
    let connections = 0;
    for (let last = ''; last !== 'response.completed' && connections < 5; connections += 1) {
      const events = await collect(await stream('resp_live_cutting.sdk', numbers.at(-1)));
      numbers.push(...events.map((event) => event.sequence_number));
      last = events.at(-1)?.type ?? '';
    }
    expect(connections).toBe(3);
    expect(numbers).toEqual(numbers.map((_, index) => index));
  });

  it('polls until it has ended', async () => {
    const statuses: (string | undefined)[] = [];
    while (statuses.at(-1) !== 'completed' && statuses.length < 20) {
      statuses.push((await client.responses.retrieve('resp_live_quick.sdk')).status);
      clock.advance(2000);
    }
    expect(statuses).toEqual(['queued', 'in_progress', 'in_progress', 'in_progress', 'in_progress', 'completed']);
  });

  it('cancels, which ends the stream', async () => {
    const id = 'resp_live_agent.sdk-cancelled';
    await client.responses.retrieve(id);
    clock.advance(30_000);
    expect(await client.responses.cancel(id)).toMatchObject({ status: 'cancelled' });
    const events = await collect(await stream(id));
    expect(events.at(-1)).toMatchObject({ type: 'response.cancelled', response: { status: 'cancelled' } });
  });

  it('hears that a stream is too old', async () => {
    const error: unknown = await stream('resp_live_expired.sdk').then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ message: expect.stringMatching(/more than 5 minutes old/) });
  });
});
