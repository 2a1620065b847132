import { stringOf, type JsonObject } from '#base/json.ts';
import { disagreements, fieldsIn } from '#testing/shown-fields.ts';
import { withOpenSite } from '../open-site.ts';
import { ViewerPage } from '../viewer-page.ts';
import { startCorpusServer } from './corpus-server.ts';
import type { ParsedBody } from './parse-corpus.ts';
import type { CorpusBody } from './read-corpus.ts';
import { PageText, stringsIn, type OutputString, type Reading } from '#testing/page-text.ts';

/** Pages side by side: some draw while others wait for theirs to be still. */
const LANES = 4;

type Check = { readonly id: string; readonly check: (viewer: ViewerPage) => Promise<readonly string[]> };

export type Browsing = {
  readonly responses: readonly ParsedBody[];
  /** Error bodies, which the viewer must show as failures. */
  readonly errors: readonly CorpusBody[];
  /** The responses whose every tab is opened; of the others only Output is. */
  readonly thorough: ReadonlySet<string>;
  readonly report: (problem: string) => void;
  /** Told of every string that can be read, and how. */
  readonly onReading: (reading: Reading) => void;
};

/** Opens every body in a real browser, through the production build, and reports what goes wrong, one line each, as it happens. */
export async function browseCorpus({ responses, errors, thorough, report, onReading }: Browsing): Promise<void> {
  const checks: readonly Check[] = [
    ...responses.map(({ body, response }) => {
      const strings = stringsIn(response['output'], ['output']);
      const isThorough = thorough.has(body.id);
      return {
        id: body.id,
        check: (viewer: ViewerPage) => checkResponse(viewer, { id: body.id, response, strings, isThorough, onReading }),
      };
    }),
    ...errors.map(({ id }) => ({ id, check: (viewer: ViewerPage) => checkFailure(viewer, id) })),
  ];
  const server = await startCorpusServer([...responses.map(({ body }) => body), ...errors]);
  try {
    await withOpenSite(async ({ browser, siteUrl }) => {
      const waiting = checks.values(); // shared: each lane takes the next one
      const lane = async () => {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        const viewer = new ViewerPage(page, { baseUrl: server.baseUrl, key: 'sk-corpus' });
        await page.goto(siteUrl);
        await viewer.still();
        for (const { id, check } of waiting) for (const problem of await guarded(() => check(viewer))) report(`${id}: ${problem}`);
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    });
  } finally {
    server.close();
  }
}

type ResponseCheck = Pick<Browsing, 'onReading'> & {
  readonly id: string;
  readonly response: JsonObject;
  readonly strings: readonly OutputString[];
  readonly isThorough: boolean;
};

async function checkResponse(
  viewer: ViewerPage,
  { id, response, strings, isThorough, onReading }: ResponseCheck,
): Promise<readonly string[]> {
  const state = await viewer.open(id);
  if (state !== 'ready' && state !== 'streaming') return [`came to the state "${state}"`, ...viewer.takeComplaints()];
  await viewer.openEverything();
  const problems = [...(await viewer.brokenPanels())];
  const text = new PageText(await viewer.readAll());
  for (const string of strings) {
    const reading = text.find(string);
    if (reading === null) problems.push(`cannot be read: ${string.path.join('.')} = ${JSON.stringify(string.text.slice(0, 80))}`);
    else onReading(reading);
  }
  problems.push(...(await checkMeter(viewer, response)));
  if (isThorough) problems.push(...(await walkTabs(viewer)));
  return [...problems, ...viewer.takeComplaints()];
}

/** The fields meter and the page must agree, and once everything is open only credentials may be left to Raw. */
async function checkMeter(viewer: ViewerPage, response: JsonObject): Promise<readonly string[]> {
  const { report, readerFor } = await viewer.readEveryField();
  const count = fieldsIn(response).length;
  return [
    ...(report.total === count ? [] : [`the fields meter counts ${report.total} fields of ${count}`]),
    ...report.onlyInRaw.filter((path) => !/(?:headers|authorization)/.test(path)).map((path) => `only in Raw: ${path}`),
    ...disagreements(response, report, readerFor).map((field) => `counted as shown, but not on the page: ${field}`),
  ];
}

async function walkTabs(viewer: ViewerPage): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const tab of await viewer.tabs()) {
    await viewer.showTab(tab);
    await viewer.still();
    await viewer.openEverything();
    problems.push(...(await viewer.brokenPanels()).map((problem) => `${tab}: ${problem}`));
    if ((await viewer.readAll()).trim() === '') problems.push(`${tab}: shows nothing`);
  }
  return problems;
}

async function checkFailure(viewer: ViewerPage, id: string): Promise<readonly string[]> {
  const state = await viewer.open(id);
  return [...(state === 'failed' ? [] : [`an error body came to the state "${state}"`]), ...viewer.takeComplaints()];
}

/** A check that cannot be carried out is a problem of that body, and the next one still gets its turn. */
async function guarded(check: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await check();
  } catch (error) {
    return [`could not be checked: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`];
  }
}

/** Picks `count` responses that between them have every item type, status and shape there is, rare ones first, then the biggest. */
export function pickVaried(responses: readonly ParsedBody[], count: number): ReadonlySet<string> {
  const seen = new Set<string>();
  const picked = new Set<string>();
  for (const { body, response } of responses) {
    const traits = traitsOf(response);
    if (picked.size < count && traits.some((trait) => !seen.has(trait))) picked.add(body.id);
    for (const trait of traits) seen.add(trait);
  }
  const bySize = responses.toSorted((left, right) => right.body.text.length - left.body.text.length);
  for (const { body } of bySize) if (picked.size < count) picked.add(body.id);
  return picked;
}

function traitsOf(response: ParsedBody['response']): readonly string[] {
  const kinds = [...JSON.stringify(response['output'] ?? null).matchAll(/"type":"([^"]+)"/g)].map((match) => match[1] ?? '');
  return [`status ${stringOf(response['status'])}`, `fields ${Object.keys(response).length < 20 ? 'few' : 'many'}`, ...kinds];
}
