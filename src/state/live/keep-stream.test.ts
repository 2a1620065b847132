import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawFrames } from '#testing/event-drawing.ts';
import { createTestDisk } from './server-for-tests.ts';
import { disposeSessions, pass, startTestSession } from './session-for-tests.ts';

const EVENTS = drawFrames(`
  0 created            {"response":{"id":"resp_1","status":"in_progress","output":[]}}
  1 output_item.added  {"output_index":0,"item":{"type":"message","id":"msg_1","content":[]}}
  2 output_text.delta  {"output_index":0,"content_index":0,"delta":"Hello"}
  3 completed          {"response":{"id":"resp_1","status":"completed","output":[]}}
`);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
});

afterEach(() => {
  disposeSessions();
  vi.useRealTimers();
});

/** A tab that receives the first `count` events and is then closed or reloaded, or not. */
async function receiveSome(disk: ReturnType<typeof createTestDisk>, count: number, isClosed = true) {
  const names: string[] = [];
  const session = startTestSession({ disk, keeping: { continues: null }, onKept: (name) => names.push(name) });
  await pass();
  session.server.latest().answer();
  session.server.latest().send(EVENTS.slice(0, count).join(''));
  await pass(600);
  if (isClosed) {
    session.live.dispose();
    disk.claimed.clear(); // as the locks of a worker that is gone
  }
  return names[0] ?? '';
}

it('writes what arrives within half a second', async () => {
  const disk = createTestDisk();
  const name = await receiveSome(disk, 2);
  expect(disk.runs.get(name)).toMatchObject({ size: EVENTS.slice(0, 2).join('').length, isOver: false, connections: 1 });
});

it('shows after a reload what was kept, and goes on behind it', async () => {
  const disk = createTestDisk();
  const name = await receiveSome(disk, 2);
  await pass(5_000);
  const { server, view, urls } = startTestSession({ disk, keeping: { continues: name } });
  await pass();
  expect(view()).toMatchObject({ phase: { kind: 'connecting' }, recording: { length: 2, clock: { startedAt: 1_800_000_000_000 } } });
  expect(urls()).toEqual(['https://api.vendor.example/v1/responses/resp_1?stream=true&starting_after=1']);
  server.latest().answer();
  server.latest().end(EVENTS.slice(2).join(''));
  await pass();
  expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 4, folded: { missing: [] } } });
  expect(view().reconnections).toMatchObject([{ from: 1, to: 2, lost: 0 }]);
  expect(view().recording?.log.at(1)?.arrival).toBeLessThan(100);
  expect(view().recording?.log.at(2)?.arrival).toBeGreaterThan(5_000);
  expect(disk.runs.get(name)).toMatchObject({ isOver: true, connections: 2, size: view().recording?.byteCount });
});

it('asks nobody for a stream that was kept to its end', async () => {
  const disk = createTestDisk();
  const name = await receiveSome(disk, 4);
  const { server, view } = startTestSession({ disk, keeping: { continues: name } });
  await pass();
  expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 4 } });
  expect(server.connections).toEqual([]);
});

it('shows what was kept and waits, where it may not ask yet', async () => {
  const disk = createTestDisk();
  const name = await receiveSome(disk, 2);
  const { server, view, live } = startTestSession({ disk, keeping: { continues: name }, mayAsk: false });
  await pass();
  expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'stopped' }, recording: { length: 2 } });
  expect(server.connections).toEqual([]);
  live.resume();
  await pass();
  expect(server.latest().request.url).toContain('starting_after=1');
});

it('begins from the start where what was kept has been forgotten', async () => {
  const disk = createTestDisk();
  const { urls } = startTestSession({ disk, keeping: { continues: 'run-9' } });
  await pass();
  expect(urls()).toEqual(['https://api.vendor.example/v1/responses/resp_1?stream=true']);
});

it('keeps a log of its own in a second tab that goes on with the same stream', async () => {
  const disk = createTestDisk();
  const first = await receiveSome(disk, 2, false);
  const names: string[] = [];
  const { view } = startTestSession({ disk, keeping: { continues: first }, onKept: (name) => names.push(name) });
  await pass();
  expect(view().recording?.length).toBe(2);
  expect(names).toHaveLength(1);
  expect(names[0]).not.toBe(first);
  expect(disk.runs.get(names[0] ?? '')?.size).toBe(disk.runs.get(first)?.size);
});

it.each([
  ['full', new DOMException('full', 'QuotaExceededError'), 'used up'],
  ['blocked', new DOMException('no', 'SecurityError'), 'stores nothing'],
])('says so once when the disk is %s, and receives all the same', async (_, error, words) => {
  const disk = createTestDisk();
  vi.spyOn(disk.store, 'add').mockRejectedValue(error);
  const { server, view } = startTestSession({ disk, keeping: { continues: null } });
  await pass();
  server.latest().answer();
  server.latest().send(EVENTS.slice(0, 2).join(''));
  await pass(600);
  server.latest().end(EVENTS.slice(2).join(''));
  await pass(600);
  expect(view()).toMatchObject({ phase: { kind: 'ended', how: 'completed' }, recording: { length: 4 }, failure: null });
  expect(view().storageProblem).toContain(words);
  expect(disk.store.add).toHaveBeenCalledTimes(1);
});

it('keeps nothing where nothing is wanted, and stops when it is not any more', async () => {
  const disk = createTestDisk();
  startTestSession({ disk, keeping: null });
  const { server, live } = startTestSession({ disk, keeping: { continues: null } });
  await pass();
  server.latest().answer();
  live.keepNothing();
  await pass();
  server.latest().send(EVENTS.join(''));
  await pass(600);
  expect(disk.pieces).toEqual([]);
  expect(disk.runs.size).toBe(1);
});

it('does not write to a stream that was forgotten while it ran', async () => {
  const disk = createTestDisk();
  const { server, view } = startTestSession({ disk, keeping: { continues: null } });
  await pass();
  server.latest().answer();
  await disk.store.clear();
  server.latest().send(EVENTS.slice(0, 2).join(''));
  await pass(600);
  expect(disk.pieces).toEqual([]);
  expect(view()).toMatchObject({ storageProblem: null, recording: { length: 2 } });
});
