import { describe, expect, it } from 'vitest';
import type { ItemState } from '#model/fold-state.ts';
import type { JsonArray } from '#base/json.ts';
import { itemContextsOf } from './item-threads.ts';

const SHARED = { reasoningTokens: null, reasoningItems: 0, expectsJson: false, isUnfinished: true };
const CALL = { type: 'function_call', call_id: 'call_1', arguments: '{}' };
const OUTPUT = { type: 'function_call_output', call_id: 'call_1', output: 'se' };
const MESSAGE = { type: 'message', content: [] };
const OPEN: ItemState = { outputIndex: 0, isOpen: true, isStub: false, status: null, preview: null };

/** Answers the contexts of one list, state after state. */
function contextsOfList() {
  const onJump = () => undefined;
  return (items: JsonArray, shared: Partial<typeof SHARED> = {}, states: readonly ItemState[] = []) => {
    const contextAt = itemContextsOf(items, { ...SHARED, ...shared }, onJump, null, { states, isLive: true });
    return items.map((_, position) => contextAt(position));
  };
}

describe('the contexts of a list that grows', () => {
  it('are the same objects where they would say the same', () => {
    const contextsOf = contextsOfList();
    const before = contextsOf([CALL, MESSAGE]);
    const after = contextsOf([CALL, { ...MESSAGE }, OUTPUT]);
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]?.partner?.item).toBe(OUTPUT);
  });

  it('are new where the other half of a call changed, and only there', () => {
    const contextsOf = contextsOfList();
    const before = contextsOf([CALL, MESSAGE, OUTPUT]);
    const seen = { ...OUTPUT, output: 'seen' };
    const after = contextsOf([CALL, MESSAGE, seen]);
    expect(after.map((context, position) => context === before[position])).toEqual([false, true, true]);
    expect(after[0]?.partner?.item).toBe(seen);
    expect(after[0]?.related?.[0]?.item).toBe(seen);
  });

  it('are new where the events tell something else, or what is said of all', () => {
    const contextsOf = contextsOfList();
    const before = contextsOf([CALL, MESSAGE], {}, [OPEN, OPEN]);
    expect(before[0]).toMatchObject({ isGrowing: true });
    const after = contextsOf([CALL, MESSAGE], {}, [{ ...OPEN, isOpen: false }, OPEN]);
    expect(after[0]).toMatchObject({ isGrowing: false });
    expect(after[1]).toBe(before[1]);
    expect(contextsOf([CALL, MESSAGE], { isUnfinished: false }, [OPEN, OPEN])[1]).not.toBe(before[1]);
  });
});
