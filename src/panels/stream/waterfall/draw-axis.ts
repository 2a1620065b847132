import { linesOf, timeLabel, xOf } from './scale.ts';
import type { Picture } from './picture.ts';

export const AXIS_HEIGHT = 24;

type AxisPicture = Pick<Picture, 'scale' | 'colors'> & {
  readonly font: string;
  /** What an event is called where events are counted. */
  readonly numberOf: (event: number) => string;
};

/** Draws what the lines of the axis stand for. */
export function drawAxis(context: CanvasRenderingContext2D, { scale, colors, font, numberOf }: AxisPicture): void {
  const { step, values } = linesOf(scale);
  context.font = font;
  for (const value of values) {
    const x = Math.round(xOf(scale, value));
    const label = scale.kind === 'time' ? timeLabel(value, step) : numberOf(value);
    context.fillStyle = colors.line;
    context.fillRect(x, AXIS_HEIGHT - 6, 1, 6);
    // The last label would be cut.
    if (label === '' || x + 4 + context.measureText(label).width > scale.width) continue;
    context.fillStyle = colors.secondary;
    context.fillText(label, x + 4, AXIS_HEIGHT / 2);
  }
}
