import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Markdown with a little of everything that costs something to draw, of about `length` characters. */
export function longMarkdown(length: number): string {
  let text = '';
  for (let part = 1; text.length < length; part += 1) {
    text += `## Part ${part}\n\nA paragraph with **strong words**, \`code\` and [a link](https://shop.example/${part}) in it, as long as most are.\n\n`;
    text += `- one\n- two\n- three\n\n\`\`\`python\nfor number in range(${part}):\n    print(number)\n\`\`\`\n\n| name | count |\n|---|---|\n| part | ${part} |\n\n`;
  }
  return text;
}

export type PacedText = {
  readonly baseUrl: string;
  /** Sends `count` additions, one every so many milliseconds. */
  readonly addEach: (count: number, milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A server whose one response streams `text` at once, and then what it is told to. `origin` may read it. */
export async function servePacedText(text: string, origin: string): Promise<PacedText> {
  const connections = new Set<ServerResponse>();
  let number = 0;
  const send = (type: string, fields: object) => {
    const event = `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number, ...fields })}\n\n`;
    number += 1;
    return event;
  };
  const delta = (words: string) => send('response.output_text.delta', { output_index: 0, content_index: 0, delta: words });
  const server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': new URL(origin).origin, 'access-control-allow-headers': 'authorization, accept' };
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] };
    response.write(send('response.created', { response: { id: 'resp_text', object: 'response', status: 'in_progress', output: [] } }));
    response.write(send('response.output_item.added', { output_index: 0, item: message }));
    response.write(delta(`${text}The end of what was there.\n\n`));
    connections.add(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    addEach: async (count, milliseconds) => {
      for (let index = 0; index < count; index += 1) {
        for (const connection of connections) connection.write(delta(` word ${index}${index % 10 === 9 ? '.\n\n' : ''}`));
        await new Promise((resolve) => {
          setTimeout(resolve, milliseconds);
        });
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.destroy();
        server.close(() => resolve());
      }),
  };
}
