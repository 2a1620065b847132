import { describe, expect, it } from 'vitest';
import { arrayOf, objectOf, stringOf, valueAt } from '#base/json.ts';
import type { StreamRecording } from '#model/recording.ts';
import { drawFrames, drawStream } from '#testing/event-drawing.ts';
import { IMPORT_FORMATS, importFile, readImport, type ImportOutcome } from './import-formats.ts';

const DRAWING = `
  0 created            {"response":{"id":"resp_x","object":"response","status":"in_progress","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}
  2 output_text.delta  {"output_index":0,"item_id":"msg_1","content_index":0,"delta":"Grüße"}
  3 completed          {"response":{"id":"resp_x","object":"response","status":"completed","output":[]}}
`;
const STREAM = drawStream(DRAWING);
const EVENTS = drawFrames(DRAWING).map((frame) => frame.split('data: ')[1]?.trim() ?? '');

async function open(content: string | Uint8Array): Promise<ImportOutcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readImport({ source: { kind: 'paste' }, bytes, receivedAt: 7 });
}

async function openStream(content: string | Uint8Array) {
  const outcome = await open(content);
  if (outcome.kind !== 'read' || outcome.recording.kind !== 'stream') throw new Error(`Read as ${JSON.stringify(outcome)}`);
  return { recording: outcome.recording, format: outcome.format.id, notes: outcome.notes.map(({ text }) => text).join(' ') };
}

function textOf({ response }: StreamRecording): string {
  const texts = arrayOf(valueAt(response, ['output', 0, 'content'])).map((part) => stringOf(objectOf(part)?.['text']) ?? '');
  return texts.join('');
}

function textIn(recording: StreamRecording): string {
  return new TextDecoder().decode(recording.log.bytesOf(0));
}

describe('the text of an event stream', () => {
  const frames = drawFrames(DRAWING);
  const dataOnly = EVENTS.map((event) => `data: ${event}\n\n`).join('');

  it.each([
    ['as it was sent', STREAM],
    ['with CRLF', STREAM.replaceAll('\n', '\r\n')],
    ['with CR', STREAM.replaceAll('\n', '\r')],
    ['with a byte order mark', `\uFEFF${STREAM}`],
    ['with comments before it', `: OPENROUTER PROCESSING\n\n: hello\n\n${STREAM}`],
    ['without event lines', dataOnly],
    ['with [DONE] at its end', `${dataOnly}data: [DONE]\n\n`],
    ['with blank lines before it', `\n\n${STREAM}`],
  ])('%s is read, and kept as it is', async (_, text) => {
    const { recording, format, notes } = await openStream(text);
    expect([format, textOf(recording), recording.folded.ending, notes]).toEqual(['sse-text', 'Grüße', 'completed', '']);
    expect(textIn(recording)).toBe(text.replace('\uFEFF', ''));
    expect(recording).toMatchObject({ source: { kind: 'paste' }, receivedAt: 7, clock: { startedAt: null, isOriginal: false } });
  });

  it.each([
    ['curl -i', 'HTTP/2 200 \r\ndate: Sun, 22 Nov 2026 20:00:00 GMT\r\ncontent-type: text/event-stream; charset=utf-8\r\nx-id: 1\r\n\r\n'],
    [
      'curl -v',
      '* Connected to api.example (127.0.0.1) port 443\n> GET /v1/responses/resp_x?stream=true HTTP/2\n> Accept: */*\n> \n< HTTP/2 200 \n< content-type: text/event-stream\n< \n{ [1256 bytes data]\n',
    ],
    [
      'the command itself',
      '$ curl -N https://api.example/v1/responses/resp_x?stream=true \\\n    -H "Accept: text/event-stream"\n  % Total    % Received\n',
    ],
    ['the fence of a code block', '```\n'],
  ])('is found behind %s', async (_, noise) => {
    const { recording, notes } = await openStream(noise + STREAM);
    expect([textOf(recording), textIn(recording)]).toEqual(['Grüße', STREAM]);
    expect(notes).toContain('before the stream');
    expect(recording.log.sourceAt(0)).toBe(frames[0]?.trim());
  });

  it('is read wherever it was cut off', async () => {
    const bytes = new TextEncoder().encode(STREAM);
    for (let cut = 30; cut < bytes.length; cut += 7) {
      const { recording } = await openStream(bytes.slice(0, cut));
      expect(Buffer.compare(recording.log.bytesOf(0), bytes.subarray(0, cut))).toBe(0);
    }
    const { recording } = await openStream(STREAM.slice(0, -100));
    expect([recording.folded.ending, textOf(recording), recording.folded.noticeCounts.unreadable]).toEqual(['cut-off', 'Grüße', 1]);
  });

  it.each([
    ['data lines that grep left', EVENTS.map((event) => `data: ${event}`).join('\n')],
    ['frames without their blank lines', STREAM.replaceAll('\n\n', '\n')],
  ])('is put in order again out of %s', async (_, text) => {
    const { recording, notes } = await openStream(text);
    expect([recording.length, textOf(recording), recording.folded.ending]).toEqual([4, 'Grüße', 'completed']);
    expect(notes).toContain('blank lines');
  });

  it('is read with an indent, and in the UTF-16 of PowerShell', async () => {
    expect((await openStream(STREAM.replaceAll(/^(?=.)/gm, '    '))).recording.length).toBe(4);
    const utf16 = Buffer.from(`\uFEFF${STREAM}`, 'utf16le');
    expect(textOf((await openStream(new Uint8Array(utf16))).recording)).toBe('Grüße');
  });

  it('keeps data that is no event among the events', async () => {
    const { recording } = await openStream(`${frames[0]}data: {"broken\n\ndata: 7\n\n${frames[3]}`);
    expect(Array.from({ length: 4 }, (_, index) => recording.log.at(index)?.type)).toEqual([
      'response.created',
      '(unreadable)',
      '(unreadable)',
      'response.completed',
    ]);
  });
});

describe('events as JSON lines', () => {
  it.each([
    ['one on a line', EVENTS.join('\n')],
    ['an array', `[${EVENTS.join(',\n')}]`],
    ['one laid out over lines after the other', EVENTS.map((event) => JSON.stringify(JSON.parse(event), null, 2)).join('\n')],
    [
      'frames as parsers hand them out',
      EVENTS.map((data) => JSON.stringify({ event: JSON.parse(data).type as string, data, id: null })).join('\r\n'),
    ],
  ])('are read from %s', async (_, text) => {
    const { recording, format, notes } = await openStream(text);
    expect([format, recording.length, textOf(recording), recording.folded.ending]).toEqual(['events-jsonl', 4, 'Grüße', 'completed']);
    expect(recording.clock).toEqual({ startedAt: null, backlog: 4, isOriginal: false });
    expect(notes).toContain('not its bytes');
  });

  it('keep the text of their events as it was written', async () => {
    const number = '{"type":"error","code":1.50,"message":"a\\u0062"}';
    const { recording } = await openStream(
      `${number}\n{"arrival_ms":5,"time":"2026-11-22T20:00:00.005Z","event":${number}}\n{"event":${number},"at":{}}`,
    );
    expect([0, 1, 2].map((index) => recording.log.sourceAt(index))).toEqual(
      Array.from({ length: 3 }, () => `event: error\ndata: ${number}`),
    );
    expect([recording.log.at(1)?.arrival, recording.clock.startedAt]).toEqual([5, Date.parse('2026-11-22T20:00:00Z')]);
  });

  it('keep broken lines among the events, and say so', async () => {
    const { recording, notes } = await openStream([EVENTS[0], '{"type":"resp', EVENTS[2], 'oops', EVENTS[3]].join('\n'));
    expect(Array.from({ length: 5 }, (_, index) => recording.log.at(index)?.type === '(unreadable)')).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(recording.log.sourceAt(3)).toBe('data: oops');
    expect(notes).toContain('2 lines could not be read as JSON (lines 2, 4)');
  });
});

describe('a recording', () => {
  const segment = {
    reads: [
      [10, 5.5],
      [STREAM.length, 30],
    ],
    text: STREAM,
  };
  const file = { format: 'responses-devtools.recording', version: 1, started_at: 1_000, backlog: 1, is_original: true, received_at: 9_000 };

  it('has its bytes, reads and clock', async () => {
    const { recording, format } = await openStream(JSON.stringify({ ...file, segments: [segment] }));
    expect(format).toBe('recording-json');
    expect(textIn(recording)).toBe(STREAM);
    expect(recording).toMatchObject({ clock: { startedAt: 1_000, backlog: 1, isOriginal: true }, receivedAt: 9_000 });
    expect(recording.log.readsOf(0)).toEqual([
      { byteCount: 10, arrival: 5.5 },
      { byteCount: new TextEncoder().encode(STREAM).length - 10, arrival: 30 },
    ]);
  });

  it('of a newer version is read as far as it is understood, which is said', async () => {
    const newer = { ...file, version: 2, signed: true, segments: [{ zipped: 'x' }, { ...segment, reads: 'odd' }] };
    const { recording, notes } = await openStream(JSON.stringify(newer));
    expect(textOf(recording)).toBe('Grüße');
    expect(notes).toMatch(/newer format \(version 2.*1 connection of the recording could not be read/);
  });

  it('is read without times that can be none', async () => {
    const odd = {
      ...file,
      started_at: 1e300,
      received_at: -5,
      segments: [
        {
          ...segment,
          reads: [
            [5, -1],
            [1e99, 1],
            [3, 1e300],
          ],
        },
      ],
    };
    const { recording } = await openStream(JSON.stringify(odd));
    expect([recording.clock.startedAt, recording.receivedAt, recording.length]).toEqual([null, 7, 4]);
    const lines = await openStream(`{"arrival_ms":1e300,"time":"+275760-09-13T00:00:00Z","event":${EVENTS[0]}}\n${EVENTS[1]}`);
    expect(lines.recording.clock.startedAt).toBeNull();
  });

  it('says where it was recorded', async () => {
    const { notes } = await openStream(JSON.stringify({ ...file, source: { base_url: 'https://api.example/v1' }, segments: [segment] }));
    expect(notes).toBe('Recorded from https://api.example/v1 on 1970-01-01 00:00:01 UTC.');
  });

  it.each([
    ['was cut off', JSON.stringify({ ...file, segments: [segment] }).slice(0, -20), /ends inside a string/],
    ['has no segments', JSON.stringify(file), /no segment/],
    ['has none that can be read', JSON.stringify({ ...file, segments: [{ base64: '!' }] }), /no segment/],
  ])('that %s is broken', async (_, text, problem) => {
    expect(await open(text)).toMatchObject({
      kind: 'broken',
      format: { id: 'recording-json' },
      problem: expect.stringMatching(problem) as string,
    });
  });
});

it('is found by one format only', () => {
  for (const text of [STREAM, EVENTS.join('\n'), '{"format":"responses-devtools.recording","segments":[{"text":"x"}]}']) {
    const kinds = IMPORT_FORMATS.map(({ read }) => read(importFile(new TextEncoder().encode(text))).kind);
    expect(kinds.filter((kind) => kind === 'mine')).toHaveLength(1);
  }
});
