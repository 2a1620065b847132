import type { JsonPath } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { viewsOfPlace } from '#model/views-of-place.ts';
import type { Finding, Problem, Severity } from './problem.ts';

/** One finding, and the problem that it is one of. */
export type Occurrence = { readonly problem: Problem; readonly finding: Finding };

/** The problems of one recording as views ask for them. Those of muted rules count nowhere. */
export type ProblemsInView = {
  /** The worst first. */
  readonly list: readonly Problem[];
  /** What rules found that the reader has muted. */
  readonly muted: readonly Problem[];
  /** True while more may be found: rules are still at it. */
  readonly isChecking: boolean;
  /** How bad it is at an event, by its number in order of arrival; null where nothing is wrong with it. */
  readonly ofEvent: (event: number) => Severity | null;
  /** The same of an item, by its place in `output`. */
  readonly ofItem: (position: number) => Severity | null;
  /** What was found at an event, the worst first. */
  readonly atEvent: (event: number) => readonly Occurrence[];
  /** What was found at an item, the worst first. */
  readonly atItem: (position: number) => readonly Occurrence[];
  /** How bad it is in what a view shows, errors and warnings only. */
  readonly inView: (view: string) => Severity | null;
};

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const NONE: readonly Occurrence[] = [];

/** Where nothing is checked: a component drawn by itself. */
export const NO_PROBLEMS: ProblemsInView = {
  list: [],
  muted: [],
  isChecking: false,
  ofEvent: () => null,
  ofItem: () => null,
  atEvent: () => NONE,
  atItem: () => NONE,
  inView: () => null,
};

/** The worst first; problems that are equally bad stay in their order. */
export function bySeverity(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => RANKS[one.rule.severity] - RANKS[other.rule.severity]);
}

/** The worst that any of `problems` is; null where there are none. */
export function worstOf(problems: readonly Problem[]): Severity | null {
  return bySeverity(problems)[0]?.rule.severity ?? null;
}

/** How many are errors or warnings: what a tab counts. Of a problem that occurs often there is one. */
export function countOfSerious(problems: readonly Problem[]): number {
  return problems.filter(({ rule }) => rule.severity !== 'info').length;
}

/**
 * Sorts what was found by what it is about. `found` are all problems, `mutedRules` the IDs of the rules that do not count. Of a stream the
 * `output_index` of its events is turned into the place in `output`.
 */
export function problemsInView(
  recording: Recording,
  found: readonly Problem[],
  { mutedRules, isChecking }: { readonly mutedRules: readonly string[]; readonly isChecking: boolean },
): ProblemsInView {
  const isMuted = ({ rule }: Problem) => mutedRules.includes(rule.id);
  const list = bySeverity(found.filter((problem) => !isMuted(problem)));
  const byEvent = new Map<number, Occurrence[]>();
  const byItem = new Map<number, Occurrence[]>();
  const byView = new Map<string, Severity>();
  for (const problem of list) {
    for (const finding of problem.findings) {
      const occurrence = { problem, finding };
      const positions = positionsOf(finding, recording);
      for (const event of new Set(finding.events)) add(byEvent, event, occurrence);
      for (const position of positions) add(byItem, position, occurrence);
      if (problem.rule.severity === 'info') continue;
      for (const view of viewsOf(finding, positions)) if (!byView.has(view)) byView.set(view, problem.rule.severity);
    }
  }
  const severityAt = (occurrences: readonly Occurrence[] | undefined) => occurrences?.[0]?.problem.rule.severity ?? null;
  return {
    list,
    muted: bySeverity(found.filter(isMuted)),
    isChecking,
    ofEvent: (event) => severityAt(byEvent.get(event)),
    ofItem: (position) => severityAt(byItem.get(position)),
    atEvent: (event) => byEvent.get(event) ?? NONE,
    atItem: (position) => byItem.get(position) ?? NONE,
    inView: (view) => byView.get(view) ?? null,
  };
}

/** The places in `output` of the items that a finding is about. */
export function positionsOf({ outputIndex, paths }: Pick<Finding, 'outputIndex' | 'paths'>, recording: Recording): readonly number[] {
  const byPath = paths.flatMap(([field, position]) => (field === 'output' && typeof position === 'number' ? [position] : []));
  const byIndex = byPath.length === 0 && outputIndex !== null ? [positionOfIndex(outputIndex, recording)] : [];
  return [...new Set([...byPath, ...byIndex])];
}

/** Slots that nothing was put in have no item, so that the two need not be the same. */
function positionOfIndex(outputIndex: number, recording: Recording): number {
  if (recording.kind !== 'stream') return outputIndex;
  const position = recording.folded.items.findIndex((item) => item.outputIndex === outputIndex);
  return position === -1 ? outputIndex : position;
}

/** The views that show what a finding is about. Raw shows everything, and is left out. */
function viewsOf({ events, paths }: Finding, positions: readonly number[]): readonly string[] {
  const ofPaths = paths.flatMap((path: JsonPath) => viewsOfPlace(path).filter((view) => view !== 'raw'));
  return [...ofPaths, ...(positions.length > 0 ? ['output'] : []), ...(events.length > 0 ? ['stream'] : [])];
}

function add(map: Map<number, Occurrence[]>, key: number, occurrence: Occurrence): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [occurrence]);
  else there.push(occurrence);
}
