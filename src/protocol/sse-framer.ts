import { joinBytes } from '#base/byte-store.ts';

/** One event as it stands in a stream of bytes (HTML standard §9.2.6, "Interpreting an event stream"). */
export type SseFrame = {
  /** The `event:` field; null when it is not there (the standard's "message"). */
  readonly event: string | null;
  /** The `data:` lines, joined by "\n". */
  readonly data: string;
  /** The `id:` field of this very frame; the standard's "last event ID" is not carried over. */
  readonly id: string | null;
  /** Where its first field starts, in bytes from the start of the stream. */
  readonly start: number;
  /** Where its last line ends, without the line end. Both are the same however the stream was cut into reads. */
  readonly end: number;
};

export type SseListener = {
  readonly onFrame: (frame: SseFrame) => void;
  /** A comment, such as the ": keepalive" of a server that is still at work. */
  readonly onComment?: (text: string) => void;
  /** A `retry:` field, in milliseconds. */
  readonly onRetry?: (milliseconds: number) => void;
};

export type SseFramer = {
  /** Reads the next bytes; they may end anywhere, also inside a character or a CRLF. The buffer may be used again afterwards. */
  readonly feed: (bytes: Uint8Array) => void;
  /** The stream is over. A last frame without its blank line counts: captures and cut connections end like that, and nothing may be lost. */
  readonly end: () => void;
};

const LINE_FEED = 10;
const COLON = 58;
const BYTE_ORDER_MARK = '\uFEFF';
const BYTE_ORDER_MARK_BYTES = 3;

/**
 * Finds the frames in a stream, in time linear to its bytes. Lines are looked for in bytes and decoded whole, so no cut can harm a character.
 * A read in which every byte became one UTF-16 unit, which is most of them, is decoded at once instead: looking for line ends in a
 * string is several times as fast, and places in it are places in the bytes.
 */
export function createSseFramer(listener: SseListener): SseFramer {
  const frame = createFrameReader(listener);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Where the next byte to come stands in the stream. */
  let offset = 0;
  /** The pieces of a line whose end has not come yet; joined once, when it comes. */
  let pieces: Uint8Array[] = [];
  /** The last byte was a CR that ended a line: a LF that follows belongs to it. */
  let mayBeCrlf = false;

  function readPieces(tail: Uint8Array, lineEnd: number) {
    const line = joinBytes([...pieces, tail]);
    pieces = [];
    readLine(decoder.decode(line), lineEnd - line.length, lineEnd);
  }

  function readLine(line: string, start: number, lineEnd: number) {
    const hasMark = start === 0 && line.startsWith(BYTE_ORDER_MARK);
    if (hasMark) frame.readLine(line.slice(1), start + BYTE_ORDER_MARK_BYTES, lineEnd);
    else frame.readLine(line, start, lineEnd);
  }

  function feed(bytes: Uint8Array) {
    const text = decoder.decode(bytes);
    const isPlain = text.length === bytes.length;
    const find = (character: string, from: number) =>
      isPlain ? text.indexOf(character, from) : bytes.indexOf(character.charCodeAt(0), from);
    let position = mayBeCrlf && bytes[0] === LINE_FEED ? 1 : 0;
    if (bytes.length > 0) mayBeCrlf = false;
    let lineFeed = find('\n', position);
    let carriageReturn = find('\r', position);
    while (lineFeed !== -1 || carriageReturn !== -1) {
      const isLineFeed = carriageReturn === -1 || (lineFeed !== -1 && lineFeed < carriageReturn);
      const lineEnd = isLineFeed ? lineFeed : carriageReturn;
      if (pieces.length > 0) readPieces(bytes.subarray(position, lineEnd), offset + lineEnd);
      else {
        // A slice holds on to the whole text, and whoever hears a comment may keep it.
        const isSlice = isPlain && bytes[position] !== COLON;
        const line = isSlice ? text.slice(position, lineEnd) : decoder.decode(bytes.subarray(position, lineEnd));
        readLine(line, offset + position, offset + lineEnd);
      }
      position = lineEnd + 1;
      if (!isLineFeed) {
        if (bytes[position] === LINE_FEED) position += 1;
        else mayBeCrlf = position === bytes.length;
        carriageReturn = find('\r', position);
      }
      if (lineFeed !== -1 && lineFeed < position) lineFeed = find('\n', position);
    }
    if (position < bytes.length) {
      pieces.push(bytes.slice(position));
    }
    offset += bytes.length;
  }

  function end() {
    if (pieces.length > 0) readPieces(new Uint8Array(), offset);
    frame.dispatch();
  }

  return { feed, end };
}

/** Gathers the fields of one frame after the other, line by line. */
function createFrameReader({ onFrame, onComment, onRetry }: SseListener) {
  let event: string | null = null;
  let id: string | null = null;
  let data: string | null = null;
  /** The further lines of `data`; joined once. */
  let moreData: string[] = [];
  let start = -1;
  let lastEnd = 0;

  function dispatch() {
    if (data !== null) onFrame({ event, data: moreData.length === 0 ? data : [data, ...moreData].join('\n'), id, start, end: lastEnd });
    event = null;
    id = null;
    data = null;
    if (moreData.length > 0) moreData = [];
    start = -1;
  }

  function readField(name: string, value: string) {
    if (name === 'event') event = value;
    else if (name === 'id') id = value.includes('\0') ? id : value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  }

  function readLine(line: string, lineStart: number, lineEnd: number) {
    if (line === '') return dispatch();
    lastEnd = lineEnd;
    if (line.startsWith(':')) return onComment?.(valueFrom(line, 0));
    if (start === -1) start = lineStart;
    if (line.startsWith('data:') || line === 'data') {
      if (data === null) data = valueFrom(line, 4);
      else moreData.push(valueFrom(line, 4));
      return undefined;
    }
    const colon = line.indexOf(':');
    return colon === -1 ? readField(line, '') : readField(line.slice(0, colon), valueFrom(line, colon));
  }

  return { readLine, dispatch };
}

/** What follows the colon; one space behind it belongs to the colon. */
function valueFrom(text: string, colon: number): string {
  return text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1);
}
