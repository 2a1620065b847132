import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonPath } from '#base/json.ts';
import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { Finding, Problem } from '#model/problems/problem.ts';
import { intendedFindings } from './intended-findings.ts';
import { MUTATIONS } from './mutations.ts';
import { breakSubject, isBreakable, loadSubjects, problemsIn, type BrokenSubject, type Subject } from './subjects.ts';

const RULES = [...STREAM_RULES, ...RESPONSE_RULES];
const SUBJECTS = loadSubjects();
const SOUND = SUBJECTS.filter(({ faults }) => faults === null);
const where = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** What a finding must not say: it is one sentence without a full stop. */
const UNREADABLE = /undefined|\[object|NaN|^$|\.$/;

/** Tries of each rule, over all samples that it can be tried on. */
const RUNS = 20;

it('knows how to break what each rule looks for', () => {
  expect([...MUTATIONS.keys()].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

it.each(SOUND)('finds nothing in $name but what it is a sample of', ({ name, recording }) => {
  expect(
    problemsIn(recording)
      .map(({ rule }) => rule.id)
      .toSorted(),
  ).toEqual(intendedFindings(name).toSorted());
});

it.each(SUBJECTS.filter(({ faults, frames }) => faults !== null && frames !== null))(
  'finds in $name what its server does wrong, and nothing else',
  ({ recording, faults }) => {
    const found = problemsIn(recording).filter(({ rule }) => rule.severity !== 'info');
    expect(found.map(({ rule }) => rule.id).toSorted()).toEqual(faults?.toSorted());
  },
);

describe.each(RULES.map(({ id }) => id))('%s', (id) => {
  const samples = new Map(SOUND.filter((subject) => isTriedOn(subject, id)).map((subject) => [subject.name, subject]));

  it('is broken in some samples', () => {
    expect([...samples.keys()]).not.toEqual([]);
  });

  it('reports it where it was broken', () => {
    const trial = fc.property(fc.constantFrom(...samples.keys()), where, (name, place) => {
      const sample = samples.get(name);
      const mutation = MUTATIONS.get(id);
      const broken = sample && mutation ? breakSubject(sample, mutation, place) : null;
      if (broken === null) return;
      const problem = problemsIn(broken.recording, broken.stored).find(({ rule }) => rule.id === id);
      expect(problem, `${id} does not see it in ${name}`).toBeDefined();
      expect(problem?.findings.map(({ text }) => text).filter((text) => UNREADABLE.test(text))).toEqual([]);
      expect(
        problem?.findings.some((finding) => pointsAt(finding, broken)),
        messageFor(problem, broken),
      ).toBe(true);
    });
    fc.assert(trial, { numRuns: RUNS });
  });
});

/** A sample that shows the problem as it is proves nothing when it is broken. */
function isTriedOn(subject: Subject, id: string): boolean {
  const mutation = MUTATIONS.get(id);
  return mutation !== undefined && !intendedFindings(subject.name).includes(id) && isBreakable(subject, mutation);
}

function pointsAt({ events, paths }: Finding, { event, path }: BrokenSubject): boolean {
  return (
    (event === undefined || events.includes(event)) &&
    (path === undefined || paths.some((other) => isWithin(other, path) || isWithin(path, other)))
  );
}

function isWithin(inner: JsonPath, outer: JsonPath): boolean {
  return outer.every((step, index) => inner[index] === step);
}

function messageFor(problem: Problem | undefined, { event, path }: BrokenSubject): string {
  return `expected it to point at event ${event}, path ${path?.join('.')}: ${JSON.stringify(problem?.findings).slice(0, 600)}`;
}
