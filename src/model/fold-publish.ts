import type { JsonObject, JsonValue } from '#base/json.ts';
import type { FoldContext } from './fold-context.ts';
import type { FoldNumbers } from './fold-numbers.ts';
import type { FoldState } from './fold-state.ts';

type Counted = Pick<FoldState, 'notices' | 'noticeCounts' | 'unknownTypes' | 'eventCount' | 'ending'>;

/** Makes states, each out of the one before: a list or object is a new one only when something in it is. */
export function createFoldPublisher(
  first: FoldState | null = null,
): (context: FoldContext, numbers: FoldNumbers, counted: Counted) => FoldState {
  let before = first;
  /** Those that `before` was made of; undefined where that is not known. */
  let fields: JsonObject | null | undefined = first === null ? null : undefined;

  function responseOf(context: FoldContext): JsonObject | null {
    const slots = context.slots.list();
    if (context.fields === null && slots.length === 0) return null;
    const old = before?.response;
    const output = sameList(
      old?.['output'],
      slots.map(({ item }): JsonValue => item),
    );
    if (old && old['output'] === output && fields === context.fields) return old;
    fields = context.fields;
    return { ...fields, output };
  }

  return (context, numbers, counted) => {
    before = {
      ...counted,
      response: responseOf(context),
      items: sameList(
        before?.items,
        context.slots.list().map(({ state }) => state),
      ),
      errors: sameList(before?.errors, [...context.errors]),
      audio: audioOf(context, before?.audio),
      firstSequenceNumber: numbers.first(),
      lastSequenceNumber: numbers.last(),
      missing: numbers.missing(),
    };
    context.draft.seal();
    return before;
  };
}

function audioOf({ audioChunks, transcript }: FoldContext, before: FoldState['audio'] | undefined): FoldState['audio'] {
  const base64Chunks = sameList(before?.base64Chunks, [...audioChunks]);
  return before?.base64Chunks === base64Chunks && before.transcript === transcript ? before : { base64Chunks, transcript };
}

/** `before` when it has the very members of `now`, else `now`. */
function sameList<Member>(before: unknown, now: readonly Member[]): readonly Member[] {
  const isSame = Array.isArray(before) && before.length === now.length && now.every((member, index) => Object.is(before[index], member));
  return isSame ? (before as readonly Member[]) : now;
}
