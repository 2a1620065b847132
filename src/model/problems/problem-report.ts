import { formatDotPath } from '#base/json-path-text.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { formatUtcTime, dateFromUnix } from '#base/format-time.ts';
import { numberOf, stringOf } from '#base/json.ts';
import { redactKeys } from '#base/secret-shape.ts';
import { asSentence } from '#base/sentence.ts';
import { firstDifference } from '#base/text-changes.ts';
import { characterBoundary } from '#base/truncate.ts';
import { providerForBaseUrl } from '#protocol/providers.ts';
import type { Recording } from '#model/recording.ts';
import { nameOfEvent } from './event-name.ts';
import type { Finding, Problem, Severity, TextPair } from './problem.ts';

const MOST_FINDINGS = 5;
const MOST_EVENTS = 4;
/** So much of an event is cited, in UTF-16 units. */
const MOST_CITED = 1200;
/** So much of two texts is cited before and behind the place where they begin to differ. */
const BEFORE = 80;
const BEHIND = 240;
/** Longer than any key: keys are looked for in so much more than is cited, so that none is cited by halves. */
const MARGIN = 8192;

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/**
 * Problems as Markdown fit for the bug tracker of a server: where the response came from, and for each rule what it proves, what a client
 * suffers, and the events and places that prove it. Whatever looks like a key is taken out; long events are cut.
 */
export function problemReport(recording: Recording, problems: readonly Problem[]): string {
  const [only] = problems;
  const title =
    problems.length === 1 && only !== undefined ? only.rule.title : `${formatCount(problems.length, 'problem')} in one response`;
  const text = [`# ${title}`, factsOf(recording), ...problems.map((problem) => sectionOf(recording, problem))].join('\n\n');
  return `${redactKeys(text)}\n`;
}

function factsOf(recording: Recording): string {
  const { response, source, receivedAt } = recording;
  const created = numberOf(response['created_at']);
  const createdAt = created === null ? null : dateFromUnix(created);
  return [
    ...serverFacts(recording),
    ['Model', code(stringOf(response['model']))],
    ['Response', code(stringOf(response['id']) ?? (source.kind === 'api' ? source.responseId : null))],
    ['Status', code(stringOf(response['status']))],
    ['Created', createdAt === null ? '' : formatUtcTime(createdAt)],
    ['Received', formatUtcTime(new Date(receivedAt))],
    ['Form', formOf(recording)],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}

function serverFacts({ source }: Recording): readonly (readonly [string, string])[] {
  if (source.kind !== 'api') return [['Source', source.kind === 'file' ? 'a file' : 'a paste']];
  const { title, id } = providerForBaseUrl(source.baseUrl);
  const base = code(source.baseUrl);
  return [
    ['Server', id === 'custom' ? base : `${title}, ${base}`],
    ['Request ID', code(source.requestId)],
  ];
}

function formOf(recording: Recording): string {
  if (recording.kind === 'json') return 'one JSON body';
  const { length, log, folded } = recording;
  const connections = log.connectionCount();
  const over = connections > 1 ? ` over ${formatNumber(connections)} connections` : '';
  return `a stream of ${formatCount(length, 'event')}${over}, ${folded.ending === null ? 'not ended' : `ended: ${folded.ending}`}`;
}

function sectionOf(recording: Recording, { rule, count, findings }: Problem): string {
  const shown = findings.slice(0, MOST_FINDINGS);
  const more = count - shown.length;
  return [
    `## ${rule.title}`,
    `${SEVERITY_WORDS[rule.severity]} · rule ${code(rule.id)} · found ${count === 1 ? 'once' : `${formatNumber(count)} times`}`,
    rule.proves,
    `What a client suffers: ${rule.suffers}`,
    `Reference: [${rule.reference.title}](${rule.reference.url})`,
    ...shown.map((finding) => findingText(recording, finding)),
    ...(more > 0 ? [`… and ${formatNumber(more)} more.`] : []),
  ].join('\n\n');
}

function findingText(recording: Recording, { text, paths, events, texts }: Finding): string {
  const cited = recording.kind === 'stream' ? events.slice(0, MOST_EVENTS).map((event) => citedEvent(recording, event)) : [];
  return [
    `### ${asSentence(text)}`,
    ...(paths.length === 0 ? [] : [`In the response: ${paths.map((path) => code(formatDotPath(path))).join(', ')}`]),
    ...(texts === null ? [] : [pairText(texts)]),
    ...cited,
    ...(events.length > MOST_EVENTS ? [`… and ${formatCount(events.length - MOST_EVENTS, 'more event')}.`] : []),
  ].join('\n\n');
}

function citedEvent(recording: Extract<Recording, { kind: 'stream' }>, event: number): string {
  const source = recording.log.sourceAt(event) ?? '';
  const clean = redactKeys(source.slice(0, MOST_CITED + MARGIN));
  const isWhole = source.length <= MOST_CITED + MARGIN && clean.length <= MOST_CITED;
  const cited = isWhole
    ? clean
    : `${clean.slice(0, characterBoundary(clean, MOST_CITED))}\n: … cut, the event has ${formatNumber(source.length)} characters`;
  const name = nameOfEvent(recording, event);
  return `Event ${name.startsWith('@') ? `number ${name.slice(1)} by arrival` : `#${name}`}:\n\n${fenced(cited, 'text')}`;
}

/** Both texts around the place where they begin to differ. */
function pairText({ labels, texts }: TextPair): string {
  const at = firstDifference(texts[0], texts[1]);
  const lengths = labels.map((label, index) => `${label}: ${formatCount((texts[index] ?? '').length, 'character')}`).join('; ');
  if (at === null) return asSentence(`${lengths}. Both are the same.`);
  const excerpts = labels.map((label, index) => `${asSentence(label)}:\n\n${fenced(around(texts[index] ?? '', at), 'text')}`);
  return [asSentence(`${lengths}. They begin to differ at character ${formatNumber(at + 1)}.`), ...excerpts].join('\n\n');
}

/** The text around `at`; where a key begins before that and reaches into it, it is taken out as a whole. */
function around(text: string, at: number): string {
  const from = Math.max(0, at - BEFORE - MARGIN);
  const before = redactKeys(text.slice(from, at + MARGIN));
  const place = redactKeys(text.slice(from, at)).length;
  const start = characterBoundary(before, Math.max(0, place - BEFORE));
  const end = characterBoundary(before, Math.min(before.length, place + BEHIND));
  const isCutBefore = from > 0 || start > 0;
  const isCutBehind = end < before.length || at + MARGIN < text.length;
  return `${isCutBefore ? '…' : ''}${before.slice(start, end)}${isCutBehind ? '…' : ''}`;
}

/** A block of code whose fence is longer than any inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function code(text: string | null): string {
  if (text === null || text === '') return '';
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
