import { describe, expect, it } from 'vitest';
import { createStreamRecorder } from '#model/record-stream.ts';
import { drawFrames, drawStream } from '#testing/event-drawing.ts';
import { CHECK_FAILED } from './gather-findings.ts';
import type { ProblemRule } from './problem.ts';
import type { StreamRule, Watcher } from './rule.ts';

const ABOUT: Omit<ProblemRule, 'id'> = {
  severity: 'warning',
  title: 'A rule of a test',
  proves: '',
  suffers: '',
  reference: { title: '', url: 'https://docs.example/' },
};

function ruleOf(id: string, watch: StreamRule['watch']): StreamRule {
  return { ...ABOUT, id, watch };
}

function recorded(rules: readonly StreamRule[], drawing: string) {
  const recorder = createStreamRecorder(rules);
  recorder.append(new TextEncoder().encode(drawStream(drawing)), 0);
  return recorder;
}

const STREAM = `
  0 created {"response":{"id":"resp_1"}}
  1 output_item.added {"output_index":0,"item":{"id":"msg_1","type":"message"}}
  2 output_text.delta {"output_index":0,"content_index":0,"delta":"Hi"}
  3 completed {"response":{"id":"resp_1","status":"completed","output":[]}}
`;

describe('the checker of streams', () => {
  it('calls a rule for the types it asked for, and for every event where it asked for all', () => {
    const heard: string[] = [];
    const rule = ruleOf('hears', (): Watcher => ({
      on: { 'response.output_text.delta': ({ index }) => heard.push(`delta at ${index}`) },
      onEvent: ({ index }) => heard.push(String(index)),
      onOther: ({ kind }, index) => heard.push(`${kind} at ${index}`),
    }));
    recorded([rule], `${STREAM}\n[DONE]`);
    expect(heard).toEqual(['0', '1', 'delta at 2', '2', '3', 'done at 4']);
  });

  it('keeps the first hundred findings of a rule, and counts all', () => {
    const rule = ruleOf('many', (report): Watcher => ({ onEvent: ({ index }) => report({ text: `event ${index}`, events: [index] }) }));
    const recorder = recorded([rule], Array.from({ length: 150 }, (_, number) => `${number} keepalive`).join('\n'));
    const [problem] = recorder.checked();
    expect(problem?.count).toBe(150);
    expect(problem?.findings).toHaveLength(100);
    expect(problem?.findings.at(-1)).toEqual({ text: 'event 99', events: [99], paths: [], outputIndex: null, texts: null });
  });

  it('answers with the same object until something is found', () => {
    const rule = ruleOf('deltas', (report): Watcher => ({ on: { 'response.output_text.delta': () => report({ text: 'a delta' }) } }));
    const recorder = recorded([rule], STREAM);
    const before = recorder.checked();
    recorder.append(new TextEncoder().encode(drawStream('4 keepalive')), 0);
    expect(recorder.checked()).toBe(before);
    recorder.append(new TextEncoder().encode(drawStream('5 output_text.delta {"delta":"!"}')), 0);
    expect(recorder.checked()).not.toBe(before);
    expect(recorder.checked()[0]?.count).toBe(2);
  });

  it('leaves out a rule of ours that breaks, says so, and goes on with the others', () => {
    const broken = ruleOf('broken', (): Watcher => ({
      onEvent: ({ index }) => {
        if (index === 1) throw new Error('no such field');
      },
    }));
    const works = ruleOf('works', (report): Watcher => ({ onEvent: ({ index }) => report({ text: `event ${index}` }) }));
    const checked = recorded([broken, works], STREAM).checked();
    expect(checked.map(({ rule, count }) => [rule.id, count])).toEqual([
      ['works', 4],
      [CHECK_FAILED.id, 1],
    ]);
    expect(checked[1]?.findings[0]?.text).toBe('the check “A rule of a test” broke: no such field');
  });

  it('leaves out a rule that cannot even begin', () => {
    const broken = ruleOf('broken', () => {
      throw new Error('not today');
    });
    expect(recorded([broken], STREAM).checked()).toMatchObject([{ rule: { id: CHECK_FAILED.id }, count: 1 }]);
  });

  it('forgets what was found at the end of a connection that is resumed', () => {
    const rule = ruleOf('ends', (report): Watcher => ({ end: (_, how) => report({ text: how }) }));
    const recorder = recorded([rule], STREAM);
    recorder.breakOff();
    expect(recorder.checked()[0]?.findings[0]?.text).toBe('lost');
    recorder.log.connect();
    recorder.append(new TextEncoder().encode(drawStream('4 keepalive')), 0);
    expect(recorder.checked()).toEqual([]);
    recorder.close();
    expect(recorder.checked()).toMatchObject([{ count: 1, findings: [{ text: 'closed' }] }]);
  });

  it('begins the rules anew with another response in the same stream', () => {
    let begun = 0;
    const rule = ruleOf('begins', (report, { terminalAt }): Watcher => {
      begun += 1;
      return { on: { 'response.in_progress': () => report({ text: String(terminalAt()) }) } };
    });
    const checked = recorded(
      [rule],
      `${STREAM}\n0 created {"response":{"id":"resp_2"}}\n1 in_progress {"response":{"id":"resp_2"}}`,
    ).checked();
    expect(begun).toBe(2);
    expect(checked[0]?.findings[0]?.text).toBe('null');
  });

  it('does not tell rules again of events that a resumed connection brings again', () => {
    const heard: number[] = [];
    const rule = ruleOf('hears', (): Watcher => ({ onEvent: ({ index }) => heard.push(index) }));
    const recorder = recorded([rule], STREAM);
    recorder.breakOff();
    recorder.log.connect();
    recorder.append(new TextEncoder().encode(drawFrames(STREAM).slice(2).join('')), 0);
    expect(heard).toEqual([0, 1, 2, 3]);
  });
});
