import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { formatBytes } from '#base/format-bytes.ts';
import { inProject } from '../scripts/project-root.ts';
import { formatMilliseconds, ratioRow, type BenchRow } from './row.ts';

const MANY = 100_000;
const VERY_MANY = 1_000_000;
const FASTER_THAN_SDK = 6;
const MOST_MEMORY = 1.5;

/** Streams without a browser: what it costs to receive, index, fold and check events, against reading them and against the official SDK. */
export async function measureStreamCore(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stream-core-'));
  try {
    const child = await bundleChild(folder);
    return [...compareRows(run(child, 'compare', MANY)), scaleRow(run(child, 'scale', VERY_MANY)), memoryRow(child)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Figures = Readonly<Record<string, number>>;

function compareRows({ ours = NaN, checked = NaN, floor = NaN, sdk = NaN }: Figures): readonly BenchRow[] {
  const work = '100,000 events: bytes to recorded and folded';
  const floorName = 'split into lines + `JSON.parse`';
  return [
    ratioRow({ work, ours, floor, floorName, limit: 1.25 }),
    ratioRow({ work: '100,000 events: bytes to recorded, folded and checked', ours: checked, floor, floorName, limit: 1.75 }),
    {
      work: '100,000 events recorded and folded, against the official SDK',
      measured: `${formatMilliseconds(ours)} (${(sdk / ours).toFixed(1)}× faster)`,
      against: `its stream helper: ${formatMilliseconds(sdk)}`,
      budget: `≥ ${FASTER_THAN_SDK}× faster`,
      isWithin: sdk / ours >= FASTER_THAN_SDK,
    },
  ];
}

function scaleRow({ few = NaN, many = NaN }: Figures): BenchRow {
  const microseconds = (time: number) => `${(time * 1000).toFixed(2)} µs`;
  const limit = 1.2;
  return {
    work: 'one event of 1,000,000',
    measured: `${microseconds(many)} (${(many / few).toFixed(2)}×)`,
    against: `one of 10,000: ${microseconds(few)}`,
    budget: `≤ ${limit}×`,
    isWithin: many / few <= limit,
  };
}

function memoryRow(child: string): BenchRow {
  const { peak: others = NaN } = run(child, 'discard', VERY_MANY);
  const { bytes = NaN, peak = NaN } = run(child, 'record', VERY_MANY);
  const taken = peak - others;
  return {
    work: 'most memory for 1,000,000 events',
    measured: `${formatBytes(taken)} (${(taken / bytes).toFixed(2)}×)`,
    against: `the bytes of the stream: ${formatBytes(bytes)}`,
    budget: `≤ ${MOST_MEMORY}×`,
    isWithin: taken / bytes <= MOST_MEMORY,
  };
}

/** One file that plain Node runs: what is measured shall not go through a loader. */
async function bundleChild(folder: string): Promise<string> {
  await build({
    root: inProject('.'),
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: inProject('bench/stream-core-child.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(folder, 'child.mjs');
}

function run(child: string, task: string, count: number): Figures {
  return JSON.parse(execFileSync(process.execPath, [child, task, String(count)], { encoding: 'utf8' })) as Figures;
}
