import type { NoticeDraft } from './fold-context.ts';
import type { NoticeKind, StreamNotice } from './fold-state.ts';

/** More than anybody reads; a stream in which everything is odd shall not cost more than one in which nothing is. */
const MOST_KEPT = 1000;
const NONE: Readonly<Record<NoticeKind, number>> = {
  duplicate: 0,
  gap: 0,
  late: 0,
  restart: 0,
  stub: 0,
  unreadable: 0,
  'unknown-type': 0,
  'after-done': 0,
};

/** What was noticed up to some point. */
export type NoticesMark = Published;

/** Gathers what was noticed. `publish` answers with the same objects until something is added. */
export function createFoldNotices(from: NoticesMark | null = null) {
  const kept: StreamNotice[] = [...(from?.notices ?? [])];
  const counts = { ...(from?.noticeCounts ?? NONE) };
  const unknownTypes = new Map<string, number>(from?.unknownTypes);
  let published: Published | null = from;

  function add(notice: NoticeDraft, event: number) {
    counts[notice.kind] += 1;
    if (kept.length < MOST_KEPT) kept.push({ ...notice, event });
    if (notice.kind === 'unknown-type') unknownTypes.set(notice.type, (unknownTypes.get(notice.type) ?? 0) + 1);
    published = null;
  }

  function publish(): Published {
    published ??= { notices: [...kept], noticeCounts: { ...counts }, unknownTypes: new Map(unknownTypes) };
    return published;
  }

  return { add, publish };
}

type Published = {
  readonly notices: readonly StreamNotice[];
  readonly noticeCounts: Readonly<Record<NoticeKind, number>>;
  readonly unknownTypes: ReadonlyMap<string, number>;
};
