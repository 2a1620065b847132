import type { ServerResponse } from 'node:http';
import { drawFrames } from '#testing/event-drawing.ts';
import type { Answer, ReceivedRequest } from './api-server.ts';

/**
 * The event stream of one response, as a server with a memory serves it: whoever connects gets what has been sent so far (behind `starting_after`,
 * where that is asked for) and then what comes. The test says what comes, and when it stalls, breaks or ends.
 */
export class ServedStream {
  /** Every event there will be; its place is its sequence number. */
  readonly frames: readonly string[];
  readonly #connections = new Set<ServerResponse>();
  #sent = 0;
  #hasEnded = false;
  #refusal: Answer | null = null;

  constructor(drawing: string) {
    this.frames = drawFrames(drawing);
  }

  /** Sends the next `count` events to everybody who is connected. */
  send(count = 1): void {
    const next = this.frames.slice(this.#sent, this.#sent + count);
    this.#sent += next.length;
    this.say(next.join(''));
  }

  /** Sends all that is left, and closes as a server does whose response has ended. */
  finish(): void {
    this.send(this.frames.length);
    this.#hasEnded = true;
    for (const connection of this.#connections) connection.end();
  }

  /** Sends text as it is, such as a comment. */
  say(text: string): void {
    for (const connection of this.#connections) connection.write(text);
  }

  /** Breaks every connection. */
  cut(): void {
    for (const connection of this.#connections) connection.socket?.destroy();
    this.#connections.clear();
  }

  /** From now on whoever connects gets this answer; null takes that back. */
  refuseWith(answer: Answer | null): void {
    this.#refusal = answer;
  }

  /** What a new request gets in place of the stream. */
  get refusal(): Answer | null {
    return this.#refusal;
  }

  /** Takes a connection whose head has been sent; called by the server alone. */
  connect({ query }: ReceivedRequest, response: ServerResponse): void {
    const after = query.find(([name]) => name === 'starting_after')?.[1];
    response.write(this.frames.slice(after === undefined ? 0 : Number(after) + 1, this.#sent).join(''));
    this.#connections.add(response);
    response.on('close', () => this.#connections.delete(response));
    if (this.#hasEnded) response.end();
  }
}
