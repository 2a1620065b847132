import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, readableColor, type Rgb } from './readable-color.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const CHANNEL = fc.integer({ min: 0, max: 255 });

describe('contrastOf', () => {
  it('goes from 1 to 21, whichever colour comes first', () => {
    expect(contrastOf(WHITE, BLACK)).toBeCloseTo(21);
    expect(contrastOf(BLACK, WHITE)).toBeCloseTo(21);
    expect(contrastOf([120, 3, 9], [120, 3, 9])).toBe(1);
    expect(contrastOf([118, 118, 118], WHITE)).toBeCloseTo(4.54, 2);
  });
});

describe('readableColor', () => {
  it('leaves a colour that reads alone', () => {
    expect(readableColor([0, 0, 139], WHITE)).toEqual([0, 0, 139]);
    expect(readableColor([255, 255, 0], BLACK)).toEqual([255, 255, 0]);
  });

  it('makes every colour readable on light and on dark', () => {
    fc.assert(
      fc.property(
        fc.tuple(CHANNEL, CHANNEL, CHANNEL),
        fc.constantFrom<Rgb>(WHITE, [236, 238, 242], [35, 39, 46], BLACK),
        (color, ground) => {
          expect(contrastOf(readableColor(color, ground), ground)).toBeGreaterThanOrEqual(4.5);
        },
      ),
    );
  });
});
