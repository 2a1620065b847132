import { useEffect, useMemo, useRef } from 'react';
import { filterToItem } from '#model/problems/problem-filter.ts';
import type { Occurrence, ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { Recording } from '#model/recording.ts';
import { goTo } from '#state/address.ts';
import { withView, type UrlState } from '#state/url-state.ts';
import type { ItemProblems } from '#items/item-problems.tsx';

/** Errors and warnings at the items of the output, and the way from there to Problems. The same object while the problems are the same. */
export function useItemProblems({ atItem }: ProblemsInView, recording: Recording, url: UrlState): ItemProblems {
  const show = useRef<(position: number) => void>(() => undefined);
  useEffect(() => {
    show.current = (position) => goTo({ ...withView(url, 'problems'), q: filterToItem(recording, position) }, 'push');
  });
  return useMemo(() => ({ at: (position) => atItem(position).filter(isSerious), onShow: (position) => show.current(position) }), [atItem]);
}

/** A call without its output and the like are notes: the item itself says so. */
function isSerious({ problem }: Occurrence): boolean {
  return problem.rule.severity !== 'info';
}
