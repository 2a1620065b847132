import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportChoices } from '#formats/export/export-formats.ts';
import { readImport } from '#formats/import/import-formats.ts';
import type { StreamRecording } from '#model/recording.ts';

/** Opens every recorded stream as a file, saves it in every way, and opens what was saved again. Answers what is not the same then. */
export async function keepCorpus(corpus: string): Promise<readonly string[]> {
  const folder = join(corpus, 'streams');
  const problems: string[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    for (const problem of await keepStream(readFileSync(join(folder, file)), file.endsWith('.jsonl'))) problems.push(`${file}: ${problem}`);
  }
  return problems;
}

async function keepStream(bytes: Uint8Array, isJsonLines: boolean): Promise<readonly string[]> {
  const recording = await openStream(bytes);
  if (typeof recording === 'string') return [recording];
  const problems: string[] = [];
  for (const choice of exportChoices(recording)) {
    if (choice.id === 'response-json') continue;
    const parts = await choice.write({ request: null, now: 0 });
    const saved = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
    if (choice.id === 'stream-sse' && !isJsonLines && Buffer.compare(saved, bytes) !== 0)
      problems.push('the SSE export is not what was received');
    const again = await openStream(saved);
    if (typeof again === 'string') problems.push(`${choice.id}: ${again}`);
    else if (contentOf(again) !== contentOf(recording)) problems.push(`${choice.id}: it folds differently when it is opened again`);
  }
  return problems;
}

async function openStream(bytes: Uint8Array): Promise<StreamRecording | string> {
  const outcome = await readImport({ source: { kind: 'paste' }, bytes, receivedAt: 0 });
  if (outcome.kind !== 'read') return `it does not open: ${outcome.kind === 'broken' ? outcome.problem : String(outcome.found)}`;
  return outcome.recording.kind === 'stream' ? outcome.recording : 'it opens as no stream';
}

function contentOf({ folded, length, log }: StreamRecording): string {
  return JSON.stringify([folded, Array.from({ length }, (_, index) => log.eventAt(index))]);
}
