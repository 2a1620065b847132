import { createFoldNumbers } from '#model/fold-numbers.ts';

/** Something that is wrong with the `sequence_number` of events. Events are named by their numbers in order of arrival. */
export type SequenceFault =
  /** Numbers that never came between two events. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly before: number; readonly at: number }
  /** A run of events that came before, with the same numbers. */
  | { readonly kind: 'duplicate'; readonly from: number; readonly to: number; readonly first: number; readonly last: number }
  /** A run of events behind one with a greater number. */
  | {
      readonly kind: 'reorder';
      readonly from: number;
      readonly to: number;
      readonly first: number;
      readonly last: number;
      readonly behind: number;
    }
  /** The numbers went back to ones that other events have. */
  | { readonly kind: 'reset'; readonly from: number; readonly to: number; readonly before: number; readonly at: number }
  /** A run of events without numbers, in a stream whose other events have some. */
  | { readonly kind: 'without'; readonly first: number; readonly last: number; readonly count: number }
  /** No event has a number. */
  | { readonly kind: 'absent'; readonly first: number; readonly count: number };

/** An event as its number goes. */
type NumberedEvent = {
  readonly index: number;
  readonly connection: number;
  readonly number: number | null;
  /** Whether the reference says that it has a number. */
  readonly needsNumber: boolean;
};

type SequenceReader = {
  /** False for an event that was there before. */
  readonly take: (event: NumberedEvent) => boolean;
  /** Tells what else there is to say if nothing more comes. More may come all the same. */
  readonly end: (report: (fault: SequenceFault) => void) => void;
};

type Gap = { readonly before: number; readonly at: number; missing: readonly { readonly from: number; readonly to: number }[] };
type Run = { readonly kind: 'duplicate' | 'reorder'; readonly from: number; to: number; readonly first: number; last: number } & {
  readonly behind: number;
  /** A server that resumes may send again what the lost connection had brought. */
  readonly isExcused: boolean;
};

/** So many events may come before numbers that were skipped count as missing. */
const PATIENCE = 64;
/** Of so many runs of known numbers it is looked up whether the events are the same; those beyond go by the last of them. */
const MOST_LOOKED_UP = 200;

/**
 * Reads the numbers of a stream, and tells apart what is missing, late, sent twice and counted anew. `isSame` says whether the event
 * at `index` is the one that came with this number before.
 */
export function createSequenceReader(
  report: (fault: SequenceFault) => void,
  isSame: (number: number, index: number) => boolean,
): SequenceReader {
  let numbers = createFoldNumbers();
  const gaps: Gap[] = [];
  let run: Run | null = null;
  let bare: { readonly first: number; last: number; count: number } | null = null;
  let lastIndex = -1;
  let lastFresh = -1;
  let connection = 0;
  let lookedUp = 0;
  let wasSame = true;
  let lastReset = -1;

  function take(event: NumberedEvent): boolean {
    const { index, number } = event;
    const isResumed = event.connection !== connection;
    connection = event.connection;
    if (number === null) {
      if (event.needsNumber) takeBare(index);
      return true;
    }
    const bareCount = bare?.count ?? 0;
    if (bare !== null) closeBare(bare);
    const isHeard = takeNumber(number, index, isResumed, bareCount);
    lastIndex = index;
    const oldest = gaps[0];
    if (oldest !== undefined && index - oldest.at > PATIENCE) {
      gaps.shift();
      tellGap(oldest, report);
    }
    return isHeard;
  }

  /** Events without numbers may have been counted all the same: `bareCount` is how many came right before. */
  function takeNumber(number: number, index: number, isResumed: boolean, bareCount: number): boolean {
    const last = numbers.last();
    const verdict = numbers.take(number);
    if (verdict === 'duplicate') return takeKnown(number, index, isResumed, last ?? number);
    if (verdict === 'late') fill(number);
    if (verdict === 'late') extend({ kind: 'reorder', from: number, first: index, behind: last ?? number, isExcused: false });
    else closeRun();
    if (verdict === 'gap' && last !== null && number - last - 1 > bareCount)
      gaps.push({ before: lastFresh, at: index, missing: [{ from: last + 1, to: number - 1 }] });
    lastFresh = index;
    return true;
  }

  /** A number that came before: the same event once more, or the server counts anew. */
  function takeKnown(number: number, index: number, isResumed: boolean, last: number): boolean {
    const goesOn = !isResumed && run?.kind === 'duplicate' && number === run.to + 1;
    if (!goesOn) {
      if (lookedUp < MOST_LOOKED_UP) wasSame = isSame(number, index);
      lookedUp += 1;
      if (!wasSame) return takeReset(number, index, last);
    }
    extend({ kind: 'duplicate', from: number, first: index, behind: last, isExcused: isResumed });
    return false;
  }

  function takeReset(number: number, index: number, last: number): boolean {
    closeRun();
    for (const gap of gaps.splice(0)) tellGap(gap, report);
    // A server that gives all events one number starts over with each of them: that is told once.
    if (lastReset === -1 || lastReset !== lastIndex) report({ kind: 'reset', from: last, to: number, before: lastIndex, at: index });
    lastReset = index;
    numbers = createFoldNumbers();
    numbers.take(number);
    lastFresh = index;
    return true;
  }

  function extend(next: Omit<Run, 'to' | 'last'>) {
    if (run?.kind === next.kind && next.from === run.to + 1 && !next.isExcused) {
      run.to = next.from;
      run.last = next.first;
    } else {
      closeRun();
      run = { ...next, to: next.from, last: next.first };
    }
  }

  function closeRun() {
    if (run !== null) tellRun(run, report);
    run = null;
  }

  function fill(number: number) {
    const gap = gaps.find(({ missing }) => missing.some(({ from, to }) => from <= number && number <= to));
    if (gap === undefined) return;
    gap.missing = gap.missing.flatMap(({ from, to }) => {
      if (number < from || number > to) return [{ from, to }];
      return [
        { from, to: number - 1 },
        { from: number + 1, to },
      ].filter((range) => range.from <= range.to);
    });
  }

  function takeBare(index: number) {
    if (bare === null) bare = { first: index, last: index, count: 1 };
    else {
      bare.last = index;
      bare.count += 1;
    }
  }

  function closeBare(known: NonNullable<typeof bare>) {
    report({ kind: 'without', ...known });
    bare = null;
  }

  return {
    take,
    end: (tell) => {
      if (run !== null) tellRun(run, tell);
      for (const gap of gaps) tellGap(gap, tell);
      if (bare === null) return;
      if (numbers.last() === null) tell({ kind: 'absent', first: bare.first, count: bare.count });
      else tell({ kind: 'without', ...bare });
    },
  };
}

function tellRun({ kind, from, to, first, last, behind, isExcused }: Run, report: (fault: SequenceFault) => void) {
  if (isExcused) return;
  report(kind === 'duplicate' ? { kind, from, to, first, last } : { kind, from, to, first, last, behind });
}

function tellGap({ before, at, missing }: Gap, report: (fault: SequenceFault) => void) {
  for (const { from, to } of missing) report({ kind: 'gap', from, to, before, at });
}
