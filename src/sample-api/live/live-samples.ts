import { originalId } from '#sample-api/sample-library.ts';
import { agentStory } from './agent-story.ts';
import { azure } from './dialects/azure.ts';
import { bedrock } from './dialects/bedrock.ts';
import { codex } from './dialects/codex.ts';
import { gateway } from './dialects/gateway.ts';
import { llamaCpp } from './dialects/llama-cpp.ts';
import { ollama } from './dialects/ollama.ts';
import { openResponses } from './dialects/open-responses.ts';
import { openRouter } from './dialects/openrouter.ts';
import { steered } from './dialects/steered.ts';
import { unnumbered } from './dialects/unnumbered.ts';
import { vllm } from './dialects/vllm.ts';
import { xai } from './dialects/xai.ts';
import { madeTimeline } from './made-timeline.ts';
import { inBursts, inReads, withSilences } from './pace.ts';
import { quickStory } from './quick-story.ts';
import { reportStory } from './report-story.ts';
import { sampleBody, sampleStream } from './retold-sample.ts';
import { tellSlowly } from './story.ts';
import type { BeginRun } from './timeline.ts';
import { runOf, story } from './told-run.ts';

/** A background response that works while time passes. `<id>.<anything>` is a run of its own. */
export type LiveSample = {
  /** One to try. */
  readonly id: string;
  /** What other IDs look like; its groups are the words of the run. */
  readonly pattern?: RegExp;
  readonly description: string;
  readonly begin: BeginRun;
  /** The sequence numbers behind which a connection is cut, in the middle of the next event. */
  readonly cutsBehind?: (words: readonly string[]) => readonly number[];
  /** Milliseconds after its start in which it can be streamed; for ever where nothing is said. */
  readonly streamableFor?: number;
  /** How long it has been at work when it is first asked for, in milliseconds. */
  readonly headStart?: number;
};

const FIVE_MINUTES = 5 * 60_000;
const SILENCES = [
  { at: 0.3, milliseconds: 20_000 },
  { at: 0.7, milliseconds: 45_000 },
];

const STALLS = [
  { at: 'web_search_call.completed', milliseconds: 5000 },
  { at: 0.6, milliseconds: 12_000 },
];

/** Every live sample, the first that fits an ID counts. Adding one is adding a row. */
export const LIVE_SAMPLES: readonly LiveSample[] = [
  { id: 'resp_live_quick', description: 'A search and an answer, in 10 s', begin: runOf(story(quickStory), { seconds: 10 }) },
  {
    id: 'resp_live_agent',
    description: 'An agent finds out why a checkout is slow, in 3 min: tools side by side, MCP, Python, a shell, a patch',
    begin: runOf(story(agentStory, tellSlowly), { seconds: 180 }),
  },
  {
    id: 'resp_live_bursty',
    description: 'A report that comes in bursts, in 30 s',
    begin: runOf(story(reportStory), { seconds: 30, shape: (moments) => inBursts(moments, 2500) }),
  },
  {
    id: 'resp_live_stalling',
    description: 'A report with silences of 20 s and 45 s; comments every 5 s and keepalive events every 10 s say that it lives',
    begin: runOf(story(reportStory), {
      seconds: 20,
      shape: (moments) => withSilences(moments, SILENCES, 10_000),
      comment: { text: 'keepalive', every: 5000 },
    }),
  },
  {
    id: 'resp_live_stalled',
    description: 'A search that takes 6 s, and an answer that stops for 12 s in its middle; nothing says that it lives',
    begin: runOf(story(quickStory), { seconds: 8, shape: (moments) => withSilences(moments, STALLS) }),
  },
  {
    id: 'resp_live_buffered',
    description: 'A report behind a proxy that sends what it has gathered about once a second, in 14 s',
    begin: runOf(story(reportStory), { seconds: 14, shape: (moments) => inReads(moments, 850) }),
  },
  {
    id: 'resp_live_cutting',
    pattern: /^resp_live_cutting(?:_(\d+))?(?:\.|$)/,
    description: 'A report in 20 s whose connection is cut behind events 40 and 140, or behind the event in the ID (resp_live_cutting_25)',
    begin: runOf(story(reportStory), { seconds: 20 }),
    cutsBehind: ([number]) => (number === undefined ? [40, 140] : [Number(number)]),
  },
  {
    id: 'resp_live_expiring',
    description: 'A report that takes 6 min; after 5 min a stream is refused, as OpenAI does',
    begin: runOf(story(reportStory), { seconds: 360 }),
    streamableFor: FIVE_MINUTES,
  },
  {
    id: 'resp_live_expired',
    description: 'The same, with 12 s to go when it is first asked for: no stream, but it can be polled',
    begin: runOf(story(reportStory), { seconds: 360 }),
    streamableFor: FIVE_MINUTES,
    headStart: 348_000,
  },
  {
    id: 'resp_live_unnumbered',
    description: 'A report in 15 s, without sequence numbers',
    begin: runOf(story(reportStory), { seconds: 15, ...unnumbered }),
  },
  { id: 'resp_live_azure', description: 'Azure, in 10 s', begin: runOf(sampleBody('resp_sample_azure_filter'), { seconds: 10, ...azure }) },
  {
    id: 'resp_live_xai',
    description: 'xAI, in 12 s',
    begin: runOf(sampleBody('7c1d9e52-3b60-4f8a-9a41-5e0d2c7f6b18', [1, 3]), { seconds: 12, ...xai }),
  },
  {
    id: 'resp_live_vllm',
    description: 'vLLM, in 10 s',
    begin: runOf(sampleBody('resp_9b4c1d0e8f7a4b2c9d3e5f60718293a4'), { seconds: 10, ...vllm }),
  },
  {
    id: 'resp_live_llama_cpp',
    description: 'llama.cpp, in 10 s',
    begin: runOf(sampleBody('resp_vQ7xk2Jm9TzR4cWb8nLdH5sYfE1gPa6u'), { seconds: 10, ...llamaCpp }),
  },
  {
    id: 'resp_live_openrouter',
    description: 'OpenRouter, in 12 s',
    begin: runOf(sampleBody('gen-1794071500-Xw3nQbV8rTzKc5LmYp2D'), { seconds: 12, ...openRouter }),
  },
  { id: 'resp_live_ollama', description: 'Ollama, in 10 s', begin: runOf(sampleBody('resp_318204'), { seconds: 10, ...ollama }) },
  {
    id: 'resp_live_bedrock',
    description: 'Bedrock, in 10 s',
    begin: runOf(sampleBody('resp_sample_unicode'), { seconds: 10, ...bedrock }),
  },
  {
    id: 'resp_live_open_responses',
    description: 'A server of the Open Responses standard, in 10 s',
    begin: runOf(sampleBody('resp_vQ7xk2Jm9TzR4cWb8nLdH5sYfE1gPa6u'), { seconds: 10, ...openResponses }),
  },
  { id: 'resp_live_codex', description: 'A coding backend, in 10 s', begin: runOf(story(quickStory), { seconds: 10, ...codex }) },
  {
    id: 'resp_live_gateway',
    description: 'A proxy that adds events of its own, swallows a number and fails in the end, in 10 s',
    begin: runOf(sampleBody('resp_sample_failed_half_way'), { seconds: 10, ...gateway }),
  },
  {
    id: 'resp_live_steered',
    description: 'A run that is told to take another turn, in 10 s',
    begin: runOf(sampleBody('resp_sample_steered'), { seconds: 10, ...steered }),
  },
  {
    id: 'resp_events_100000',
    pattern: /^resp_events_((?!0)(?:\d{1,6}|1000000))(?:\.rate((?!0)\d{1,4}))?(?:\.|$)/,
    description: 'As many events as the ID says, up to a million; with .rate2000 behind it, 2,000 more every second for a minute',
    begin: madeTimeline,
  },
];
const SECONDS_PER_RETELLING = 20;
const RETOLD = /^resp_live_(\w+)/;

/** The live sample behind an ID, and the words in it; null for IDs that are not live. Whatever is stored with a stream comes again live. */
export function findLiveSample(id: string): { readonly sample: LiveSample; readonly words: readonly string[] } | null {
  for (const sample of LIVE_SAMPLES) {
    const match = sample.pattern?.exec(id);
    if (match) return { sample, words: match.slice(1).filter((word) => word !== undefined) };
    if (originalId(id) === sample.id) return { sample, words: [] };
  }
  const [, slug] = RETOLD.exec(id) ?? [];
  if (slug === undefined) return null;
  const begin = runOf(sampleStream(`resp_sample_${slug}`), { seconds: SECONDS_PER_RETELLING });
  return { sample: { id: `resp_live_${slug}`, description: '', begin }, words: [] };
}
