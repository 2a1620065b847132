import { describe, expect, it } from 'vitest';
import { linesOf, panned, timeLabel, valueAt, wholeStretch, xOf, zoomed, type Scale } from './scale.ts';

const SCALE: Scale = { kind: 'time', from: 1000, to: 5000, width: 1016 };

describe('a scale', () => {
  it('turns values into pixels and back', () => {
    expect([xOf(SCALE, 1000), xOf(SCALE, 5000), valueAt(SCALE, xOf(SCALE, 1234))]).toEqual([8, 1008, 1234]);
  });

  it('holds all there is, and while more comes moves only now and then', () => {
    expect(wholeStretch('time', 4321, false)).toEqual({ from: 0, to: 4321 });
    expect([4321, 5900, 6000, 12].map((end) => wholeStretch('time', end, true).to)).toEqual([6000, 6000, 8000, 15]);
    expect(wholeStretch('number', 0, false).to).toBeGreaterThan(0);
  });

  it('keeps what is under the pointer where it is while it is zoomed', () => {
    const whole = { from: 0, to: 10_000 };
    expect(zoomed(whole, 0.5, 2000, whole, 'time')).toEqual({ from: 1000, to: 6000 });
    expect(zoomed({ from: 0, to: 5000 }, 0.001, 0, whole, 'time')).toEqual({ from: 0, to: 5 });
    expect(zoomed({ from: 0, to: 4 }, 0.001, 0, whole, 'number')).toEqual({ from: 0, to: 4 });
    expect(zoomed({ from: 9000, to: 9500 }, 4, 9500, whole, 'time')).toEqual({ from: 7500, to: 9500 });
    expect(zoomed({ from: 9000, to: 9500 }, 40, 9500, whole, 'time')).toBeNull();
  });

  it('is never moved beyond what there is', () => {
    const whole = { from: 0, to: 100 };
    expect(panned({ from: 10, to: 20 }, -30, whole)).toEqual({ from: 0, to: 10 });
    expect(panned({ from: 10, to: 20 }, 500, whole)).toEqual({ from: 90, to: 100 });
  });
});

describe('the lines of the axis', () => {
  it.each([
    [{ from: 0, to: 10_000 }, ['0 s', '1 s', '2 s', '3 s']],
    [{ from: 0, to: 60_000 }, ['0 s', '5 s', '10 s', '15 s']],
    [{ from: 0, to: 600_000 }, ['0 s', '1:00', '2:00', '3:00']],
    [{ from: 0, to: 20_000_000 }, ['0 s', '30:00', '1:00:00', '1:30:00']],
    [{ from: 41_000, to: 41_400 }, ['41.00 s', '41.05 s', '41.10 s', '41.15 s']],
    [{ from: 100, to: 108 }, ['100 ms', '101 ms', '102 ms', '103 ms']],
  ])('from %o', (stretch, labels) => {
    const { step, values } = linesOf({ kind: 'time', ...stretch, width: 1016 });
    expect(values.slice(0, 4).map((value) => timeLabel(value, step))).toEqual(labels);
  });

  it('are whole numbers where events are counted', () => {
    expect(linesOf({ kind: 'number', from: 0, to: 4, width: 1016 }).values).toEqual([0, 1, 2, 3, 4]);
    expect(linesOf({ kind: 'number', from: 0, to: 100_000, width: 1016 }).step).toBe(10_000);
  });
});
