import { arrayOf } from '#base/json.ts';
import { namesOfItems, positionOfItem } from '#model/item-name.ts';
import type { Recording } from '#model/recording.ts';
import { eventOfName, nameOfEvent } from './event-name.ts';
import type { Finding, Problem } from './problem.ts';
import { positionsOf } from './problems-in-view.ts';

/**
 * What a list of problems is filtered to, as it is written: `rule:sequence-gap`, `item:fc_123` or `item:@3`, `event:57` or `event:@57` by
 * arrival, and words that occur in what is said. All have to fit.
 */
type ProblemFilter = {
  readonly rules: readonly string[];
  readonly items: readonly string[];
  readonly events: readonly string[];
  readonly words: readonly string[];
};

/** Reads a filter; any text is one. */
export function parseProblemFilter(text: string): ProblemFilter {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const after = (name: string) => words.flatMap((word) => (word.startsWith(name) ? [word.slice(name.length)] : []));
  return {
    rules: after('rule:'),
    items: after('item:'),
    events: after('event:'),
    words: words.filter((word) => !/^(?:rule|item|event):/.test(word)).map((word) => word.toLowerCase()),
  };
}

/** The filter that leaves what was found at an item of `output`. */
export function filterToItem({ response }: Recording, position: number): string {
  return `item:${namesOfItems(arrayOf(response['output']))[position] ?? `@${position}`}`;
}

/** The filter that leaves what was found at an event; of a JSON body, that has none, nothing. */
export function filterToEvent(recording: Recording, event: number): string {
  return recording.kind === 'stream' ? `event:${nameOfEvent(recording, event)}` : '';
}

/** The problems that fit, each with those of its findings that do. */
export function filterProblems(problems: readonly Problem[], filter: ProblemFilter, recording: Recording): readonly Problem[] {
  const places = placesOf(filter, recording);
  return problems.flatMap((problem) => {
    const { id, title, proves, suffers } = problem.rule;
    if (filter.rules.length > 0 && !filter.rules.includes(id)) return [];
    const rest = wordsOutside(filter.words, `${id} ${title} ${proves} ${suffers}`);
    if (rest.length === 0 && places === null) return [problem];
    const findings = problem.findings.filter(
      (finding) => (places === null || places(finding)) && wordsOutside(rest, finding.text).length === 0,
    );
    return findings.length === 0 ? [] : [{ ...problem, findings, count: findings.length }];
  });
}

function wordsOutside(words: readonly string[], text: string): readonly string[] {
  const lower = text.toLowerCase();
  return words.filter((word) => !lower.includes(word));
}

/** Whether a finding is about the items and events asked for; null where none are. */
function placesOf({ items, events }: ProblemFilter, recording: Recording): ((finding: Finding) => boolean) | null {
  if (items.length === 0 && events.length === 0) return null;
  const output = arrayOf(recording.response['output']);
  const positions = items.map((name) => positionOfItem(output, /^\d+$/.test(name) ? `@${name}` : name));
  const numbers = events.map((name) => (recording.kind === 'stream' ? eventOfName(recording, name) : null));
  return (finding) => {
    const there = positionsOf(finding, recording);
    return (
      positions.every((position) => position !== null && there.includes(position)) &&
      numbers.every((event) => event !== null && finding.events.includes(event))
    );
  };
}
