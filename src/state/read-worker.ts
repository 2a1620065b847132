import { importFile, readFormats } from '#formats/import/import-formats.ts';

/** What the worker is asked; it answers with a `FormatReading`. */
export type ReadRequest = { readonly bytes: Uint8Array };

/** Reads one file, and hands its bytes over rather than copying them. */
addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const reading = readFormats(importFile(data.bytes));
  const segments = reading.kind === 'read' && reading.content.kind === 'stream' ? reading.content.segments : [];
  const buffers = new Set(segments.map(({ bytes }) => bytes.buffer));
  postMessage(reading, { transfer: [...buffers] });
});
