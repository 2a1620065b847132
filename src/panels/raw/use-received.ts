import { useMemo, useState } from 'react';
import type { JsonRecording, Recording, StreamRecording } from '#model/recording.ts';

/** A stream is read anew while it grows up to this size, in bytes; a bigger one when the reader asks. */
const MOST_FOLLOWED = 1_000_000;

/** What arrived, as it arrived. */
export type ReceivedBody = Pick<JsonRecording, 'bytes' | 'text'>;

/** What arrived, as far as it is shown. */
export type Received = {
  /** Null while nobody looks at it. */
  readonly body: ReceivedBody | null;
  /** Which of the connections of a stream it came by, from 0, and how many there are. */
  readonly connection: number;
  readonly connectionCount: number;
  readonly onConnection: (connection: number) => void;
  /** Shows what came since; null where that is shown. */
  readonly onCatchUp: (() => void) | null;
};

/** The body of a recording, or of one connection of a stream: that is put together only while it `isShown`. */
export function useReceived(recording: Recording, { isShown, isLive }: { readonly isShown: boolean; readonly isLive: boolean }): Received {
  const [connection, setConnection] = useState(0);
  const [caughtUp, setCaughtUp] = useState(recording);
  const isFollowed = !isLive || recording.kind === 'json' || recording.byteCount <= MOST_FOLLOWED;
  const looked = isFollowed ? recording : caughtUp;
  if (isFollowed && caughtUp !== recording) setCaughtUp(recording);
  const connectionCount = recording.kind === 'json' ? 1 : Math.max(1, recording.log.connectionCount());
  const body = useMemo(() => {
    if (looked.kind === 'json') return looked;
    return isShown ? bodyOfConnection(looked, connection) : null;
  }, [looked, connection, isShown]);
  return {
    body,
    connection,
    connectionCount,
    onConnection: setConnection,
    onCatchUp: looked === recording ? null : () => setCaughtUp(recording),
  };
}

/** What one connection brought. */
export function bodyOfConnection({ log }: StreamRecording, connection: number): ReceivedBody {
  const bytes = log.bytesOf(connection);
  return { bytes, text: new TextDecoder().decode(bytes) };
}
