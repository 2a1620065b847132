import { describe, expect, it } from 'vitest';
import { fieldsIn, PartReader } from './shown-fields.ts';

const part = (...blocks: readonly string[]) => new PartReader({ text: blocks.join('\n'), blocks });

it('finds scalars and empty containers with their paths', () => {
  expect(fieldsIn({ a: [1, []], b: { c: null } })).toEqual([
    { path: ['a', 0], value: 1 },
    { path: ['a', 1], value: [] },
    { path: ['b', 'c'], value: null },
  ]);
});

describe('PartReader', () => {
  it('looks for a text wherever it stands', () => {
    expect(part('status completed').shows({ path: ['status'], value: 'completed' })).toBe(true);
    expect(part('status failed').shows({ path: ['status'], value: 'completed' })).toBe(false);
  });

  it('looks for a number, null and a short text beside its label only', () => {
    expect(part('score 0.5', 'rank 3').shows({ path: ['rank'], value: 3 })).toBe(true);
    expect(part('score 3', 'rank 1').shows({ path: ['rank'], value: 3 })).toBe(false);
    expect(part('phase null').shows({ path: ['content', 0, 'phase'], value: null })).toBe(true);
    expect(part('null', 'phase').shows({ path: ['phase'], value: null })).toBe(false);
  });

  it('knows the words of the app for a value', () => {
    expect(part('time limit 5 s').shows({ path: ['action', 'timeout_ms'], value: 5000 })).toBe(true);
    expect(part('time limit 6 s').shows({ path: ['action', 'timeout_ms'], value: 5000 })).toBe(false);
  });

  it('takes JSON in a text for what it means', () => {
    const value = '{"stdout":"disk is full","exit_code":1}';
    expect(part('disk is full', 'exit 1').shows({ path: ['output'], value })).toBe(true);
    expect(part('disk is full', 'exit 0').shows({ path: ['output'], value })).toBe(false);
  });
});
