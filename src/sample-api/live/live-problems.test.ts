import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problemsIn, recordText } from '#testing/mutations/subjects.ts';
import { SAMPLES_FOLDER } from '#testing/sample-loader.ts';
import { LIVE_SAMPLES } from './live-samples.ts';
import { startLiveApi } from './live-streams-for-tests.ts';

/** What the servers that are retold here do wrong; all others nothing. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  resp_live_vllm: ['done-item-differs-from-terminal'],
  resp_live_openrouter: ['done-item-differs-from-terminal'],
  resp_live_ollama: ['delta-to-unknown-part'],
  resp_live_codex: ['terminal-output-empty'],
  resp_live_gateway: ['sequence-gap', 'before-created', 'unreadable-event'],
};

const WHOLE = LIVE_SAMPLES.map(({ id }) => id).filter((id) => !/cutting|expired|events/.test(id));

it.each(WHOLE)('%s does wrong what its server does, and nothing else', async (id) => {
  const { ask } = startLiveApi((name) => readFile(join(SAMPLES_FOLDER, name), 'utf8'));
  const recording = recordText(await (await ask(`/responses/${id}.checked?stream=true`)).text());
  const found = problemsIn(recording).filter(({ rule }) => rule.severity !== 'info');
  expect(found.map(({ rule }) => rule.id)).toEqual(FAULTS[id] ?? []);
});
