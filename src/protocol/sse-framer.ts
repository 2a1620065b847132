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
const CARRIAGE_RETURN = 13;
const COLON = 58;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Finds the frames in a stream, in time linear to its bytes. Lines are looked for in bytes and decoded whole, so no cut can harm a character. */
export function createSseFramer(listener: SseListener): SseFramer {
  const frame = createFrameReader(listener);
  /** Where the next byte to come stands in the stream. */
  let offset = 0;
  /** The pieces of a line whose end has not come yet; joined once, when it comes. */
  let pieces: Uint8Array[] = [];
  let piecesLength = 0;
  /** The last byte was a CR that ended a line: a LF that follows belongs to it. */
  let mayBeCrlf = false;

  function readLine(tail: Uint8Array, lineEnd: number) {
    const line = pieces.length === 0 ? tail : join([...pieces, tail], piecesLength + tail.length);
    pieces = [];
    piecesLength = 0;
    const isFirst = lineEnd === line.length;
    frame.readLine(isFirst ? withoutByteOrderMark(line) : line, lineEnd);
  }

  function feed(bytes: Uint8Array) {
    let position = mayBeCrlf && bytes[0] === LINE_FEED ? 1 : 0;
    if (bytes.length > 0) mayBeCrlf = false;
    let lineFeed = bytes.indexOf(LINE_FEED, position);
    let carriageReturn = bytes.indexOf(CARRIAGE_RETURN, position);
    while (lineFeed !== -1 || carriageReturn !== -1) {
      const isLineFeed = carriageReturn === -1 || (lineFeed !== -1 && lineFeed < carriageReturn);
      const lineEnd = isLineFeed ? lineFeed : carriageReturn;
      readLine(bytes.subarray(position, lineEnd), offset + lineEnd);
      position = lineEnd + 1;
      if (!isLineFeed) {
        if (bytes[position] === LINE_FEED) position += 1;
        else mayBeCrlf = position === bytes.length;
        carriageReturn = bytes.indexOf(CARRIAGE_RETURN, position);
      }
      if (lineFeed !== -1 && lineFeed < position) lineFeed = bytes.indexOf(LINE_FEED, position);
    }
    if (position < bytes.length) {
      pieces.push(bytes.slice(position));
      piecesLength += bytes.length - position;
    }
    offset += bytes.length;
  }

  function end() {
    if (pieces.length > 0) readLine(new Uint8Array(), offset);
    frame.dispatch();
  }

  return { feed, end };
}

/** Gathers the fields of one frame after the other, line by line. */
function createFrameReader({ onFrame, onComment, onRetry }: SseListener) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
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
    if (name === 'data') {
      if (data === null) data = value;
      else moreData.push(value);
    } else if (name === 'event') event = value;
    else if (name === 'id') id = value.includes('\0') ? id : value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  }

  function readLine(line: Uint8Array, end: number) {
    if (line.length === 0) return dispatch();
    const text = decoder.decode(line);
    lastEnd = end;
    if (line[0] === COLON) return onComment?.(valueFrom(text, 0));
    if (start === -1) start = end - line.length;
    const colon = text.indexOf(':');
    if (colon === -1) readField(text, '');
    else readField(text.slice(0, colon), valueFrom(text, colon));
  }

  return { readLine, dispatch };
}

/** What follows the colon; one space behind it belongs to the colon. */
function valueFrom(text: string, colon: number): string {
  return text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1);
}

function withoutByteOrderMark(line: Uint8Array): Uint8Array {
  return BYTE_ORDER_MARK.every((byte, index) => line[index] === byte) ? line.subarray(BYTE_ORDER_MARK.length) : line;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
