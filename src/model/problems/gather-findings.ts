import type { Finding, Problem, ProblemRule } from './problem.ts';
import type { FindingDraft } from './rule.ts';
import { STREAMING_EVENTS } from './rule-references.ts';

/** More findings of one rule are counted and not kept. */
const MOST_KEPT = 100;

/** The findings of one rule: those that stay, and those that hold only while nothing more comes. */
export type GatheredFindings = {
  readonly add: (draft: FindingDraft) => void;
  readonly addForNow: (draft: FindingDraft) => void;
  /** Forgets what was added for now; true where there was something. */
  readonly forget: () => boolean;
  /** Null where nothing was found; the same object until something changes. */
  readonly problem: () => Problem | null;
};

export function createGatheredFindings(rule: ProblemRule): GatheredFindings {
  const lasting = { kept: [] as Finding[], count: 0 };
  let forNow = { kept: [] as Finding[], count: 0 };
  let published: Problem | null | undefined = null;

  function addTo(list: { readonly kept: Finding[]; count: number }, draft: FindingDraft) {
    list.count += 1;
    if (list.kept.length < MOST_KEPT) list.kept.push({ events: [], paths: [], outputIndex: null, texts: null, ...draft });
    published = undefined;
  }

  function problem(): Problem | null {
    const count = lasting.count + forNow.count;
    if (count === 0) return null;
    return { rule, count, findings: [...lasting.kept, ...forNow.kept].slice(0, MOST_KEPT) };
  }

  return {
    add: (draft) => addTo(lasting, draft),
    addForNow: (draft) => addTo(forNow, draft),
    forget: () => {
      if (forNow.count === 0) return false;
      forNow = { kept: [], count: 0 };
      published = undefined;
      return true;
    },
    problem: () => (published === undefined ? (published = problem()) : published),
  };
}

/** What is found of a rule of ours that broke: the others go on, but nobody shall take its silence for "nothing wrong". */
export const CHECK_FAILED: ProblemRule = {
  id: 'check-failed',
  severity: 'info',
  title: 'A check could not be finished',
  proves: 'One of the viewer’s own checks broke on this recording. It says nothing about the server.',
  suffers: 'Nothing; but what that check would have found is not in this list.',
  reference: STREAMING_EVENTS,
};

/** What is said of a rule that broke with `error`. */
export function failureOf({ title }: ProblemRule, error: unknown): FindingDraft {
  return { text: `the check “${title}” broke: ${error instanceof Error ? error.message : String(error)}` };
}
