/** One server-sent event, as the HTML standard reads it (§9.2.6, "Interpreting an event stream"). */
export type EventFrame = {
  /** The `event:` field; null when it is not there (the standard's "message"). */
  readonly event: string | null;
  /** The `data:` lines, joined by "\n". */
  readonly data: string;
  /** The `id:` field of this very frame; the standard's "last event ID" is not carried over. */
  readonly id: string | null;
  /** The frame as it was written: its lines, its blank line, and the comments before it. */
  readonly source: string;
};

type Fields = { event: string | null; id: string | null; dataLines: string[] };

/**
 * Splits the complete text of an event stream into frames. Unlike the standard, a last frame without its blank line counts:
 * saved captures often end like that, and nothing they hold may be lost. Comments, `retry:` and unknown fields make no frame.
 */
export function splitEventStream(text: string): readonly EventFrame[] {
  const frames: EventFrame[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let fields = noFields();
  for (const { line, end } of linesOf(text, start)) {
    if (line !== '') readLine(line, fields);
    if (line !== '' && end < text.length) continue;
    const { event, id, dataLines } = fields;
    if (dataLines.length > 0) {
      frames.push({ event, data: dataLines.join('\n'), id, source: text.slice(start, end) });
      start = end;
    }
    fields = noFields();
  }
  return frames;
}

/** Writes a frame with "\n" line ends. Any line end inside `data` comes back as "\n". */
export function formatEventFrame({ event, data, id }: Omit<EventFrame, 'source'>): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${event === null ? '' : `event: ${event}\n`}${id === null ? '' : `id: ${id}\n`}${lines.join('')}\n`;
}

function noFields(): Fields {
  return { event: null, id: null, dataLines: [] };
}

function readLine(line: string, fields: Fields) {
  const colon = line.indexOf(':');
  const name = colon === -1 ? line : line.slice(0, colon);
  const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
  if (name === 'data') fields.dataLines.push(value);
  else if (name === 'event') fields.event = value;
  else if (name === 'id' && !value.includes('\0')) fields.id = value;
}

/** Each line without its end (CR, LF or CRLF), and the offset behind that end. */
function* linesOf(text: string, start: number): Generator<{ readonly line: string; readonly end: number }> {
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = start;
  let position = start;
  for (let found = lineEnd.exec(text); found; found = lineEnd.exec(text)) {
    yield { line: text.slice(position, found.index), end: lineEnd.lastIndex };
    position = lineEnd.lastIndex;
  }
  if (position < text.length) yield { line: text.slice(position), end: text.length };
}
