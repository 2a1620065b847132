import type { JsonArray, JsonObject } from '#base/json.ts';
import { createAgentItems, type AgentItems } from './agent-items.ts';
import { plainResponse } from './plain-response.ts';
import { pick, randomNumbers } from './random-numbers.ts';

const AREAS = ['orders', 'billing', 'returns', 'stock', 'couriers', 'vouchers', 'reports', 'accounts', 'search', 'mail'];
const MODULES = [
  'due-dates',
  'opening-hours',
  'time-slots',
  'reminders',
  'expiry',
  'calendar',
  'receipts',
  'schedule',
  'history',
  'export',
];
const QUESTIONS = [
  'add one month to the last day of January',
  'parse a time without a zone',
  'compare dates across daylight saving',
  'week number of an ISO year',
];

/** A module that the run moves to another date library, and how that goes. */
type Module = {
  readonly number: number;
  readonly path: string;
  readonly uses: number;
  readonly needsSecondTry: boolean;
  readonly question: string | null;
};

/**
 * A finished Response of exactly `itemCount` items, the same for the same count: an agent moves the modules of a shop to another date
 * library, one after the other. It reads, patches, runs tests, mends what broke, looks things up, reports, and sums up at the end.
 */
export function agentRun(id: string, itemCount: number): JsonObject {
  const items = createAgentItems();
  const random = randomNumbers(itemCount);
  const output: JsonArray[number][] = [];
  const room = () => itemCount - 1 - output.length;
  let number = 0;
  while (room() > 0) {
    number += 1;
    for (const made of stepsOf(moduleOf(number, random), items)) {
      if (room() === 0) break;
      // A call never goes without its output, so the last place may need an item that stands alone.
      output.push(...(made.length <= room() ? made : items.think('Almost done', 'Only the report is left.')));
    }
  }
  output.push(...items.say(report(number), 'final_answer'));
  return { ...plainResponse(id, output), instructions: 'Move every module to calendar-kit. Run its tests.', tools: TOOLS };
}

function moduleOf(number: number, random: () => number): Module {
  return {
    number,
    path: `src/${pick(AREAS, random)}/${pick(MODULES, random)}-${number}.ts`,
    uses: 2 + Math.floor(random() * 9),
    needsSecondTry: random() < 0.3,
    question: random() < 0.2 ? pick(QUESTIONS, random) : null,
  };
}

/** The items of one module, step by step; made as they are asked for. */
function* stepsOf(module: Module, items: AgentItems): Generator<JsonArray> {
  const { number, path, uses, question, needsSecondTry } = module;
  yield items.think(`Looking at ${path}`, `It calls the old library ${uses} times. I read it before I change anything, tests first.`);
  yield items.shell(`rg -n "oldDate\\." ${path}`, usesOf(module), 0);
  if (question !== null) yield items.search(question, ['https://docs.calendar-kit.example/guide', 'https://dates.example/faq']);
  yield items.patch(path, firstDiff(number));
  yield items.shell(`npm test -- ${path}`, needsSecondTry ? failedTests(number) : passedTests(uses), needsSecondTry ? 1 : 0);
  if (needsSecondTry) {
    yield items.think('One test fails', 'The old library counted months from zero. The new one counts from one, as people do.');
    yield items.patch(path, secondDiff(number));
    yield items.shell(`npm test -- ${path}`, passedTests(uses), 0);
  }
  if (number % 7 === 0)
    yield items.call('open_ticket', { title: `Check ${path} by hand`, team: 'shop' }, { ticket: `SHOP-${1000 + number}` });
  if (number % 10 === 0) yield items.compute(`done = ${number}\nprint(f"{done} modules, {done / 480:.0%}")`, `${number} modules\n`);
  if (number % 3 === 0) yield items.say(`**${number} modules are done.** The last one was \`${path}\` with ${uses} calls.`, 'commentary');
}

function usesOf({ uses, number }: Module): string {
  return Array.from({ length: uses }, (_, use) => `${12 + use * 9}:  const day${use} = oldDate.parse(row.day_${number + use});\n`).join('');
}

function firstDiff(number: number): string {
  return `@@ import\n-import oldDate from 'old-date';\n+import { day } from 'calendar-kit';\n@@ due\n-  const due = oldDate.parse(row.day_${number});\n+  const due = day(row.day_${number});\n`;
}

function secondDiff(number: number): string {
  return `@@ due\n-  return due.month() + ${number % 11};\n+  return due.month + ${number % 11} - 1;\n`;
}

function passedTests(uses: number): string {
  return ` ✓ ${uses * 3} tests passed (${uses * 11} ms)\n`;
}

function failedTests(number: number): string {
  return ` ✗ is due at the end of the month\n   expected 2026-${String((number % 12) + 1).padStart(2, '0')}-28, received the month before\n`;
}

function report(modules: number): string {
  return `## All ${modules} modules use calendar-kit\n\n- Every test passes.\n- Where months were counted from zero, the code now says so.\n- Tickets are open for what a person should look at.\n`;
}

const TOOLS: JsonArray = [
  {
    type: 'function',
    name: 'open_ticket',
    description: 'Opens a ticket for a team.',
    parameters: {
      type: 'object',
      properties: { title: { type: 'string' }, team: { type: 'string' } },
      required: ['title', 'team'],
      additionalProperties: false,
    },
    strict: true,
  },
  { type: 'shell', environment: { type: 'local' } },
  { type: 'apply_patch' },
  { type: 'web_search', search_context_size: 'medium' },
  { type: 'code_interpreter', container: { type: 'auto' } },
];
