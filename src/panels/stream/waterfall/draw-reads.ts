import { countBefore } from '#base/sorted.ts';
import { formatDuration } from '#base/format-duration.ts';
import { pausesIn } from './draw-lanes.ts';
import { valueOf, type Picture } from './picture.ts';
import { xOf } from './scale.ts';

export const READS_HEIGHT = 24;
/** A read with so many events has the full height; one with a single event is a dash. */
const MANY = 64;
const LOWEST = 2;

/** Draws the reads of the connection: the more events one brought, the higher it is. Pauses between them are written out. */
export function drawReads(context: CanvasRenderingContext2D, picture: Picture & { readonly font: string }): void {
  const { colors, scale } = picture;
  context.fillStyle = colors.line;
  context.fillRect(0, 0, scale.width, 1);
  drawBars(context, picture);
  if (scale.kind !== 'time') return;
  context.font = picture.font;
  context.textAlign = 'center';
  for (const { from, to, milliseconds } of pausesIn(picture)) {
    const left = Math.max(0, from);
    const right = Math.min(scale.width, to);
    const words = formatDuration(milliseconds);
    if (context.measureText(words).width + 8 > right - left) continue;
    context.fillStyle = colors.warning;
    context.fillText(words, (left + right) / 2, READS_HEIGHT / 2 + 1);
  }
  context.textAlign = 'left';
}

function drawBars(context: CanvasRenderingContext2D, picture: Picture) {
  const { lanes, scale, colors, length } = picture;
  const reads = lanes.readCount();
  const isByNumber = scale.kind === 'number';
  const first = countBefore(reads, (read) => valueOf(picture, endOf(lanes, read, length)) + 1 < scale.from);
  let column = -1;
  let most = 0;
  context.fillStyle = colors.secondary;
  const draw = (x: number, width: number, count: number) => {
    const height = Math.min(READS_HEIGHT - 8, LOWEST + (Math.log2(count) / Math.log2(MANY)) * (READS_HEIGHT - 8 - LOWEST));
    context.fillRect(x, READS_HEIGHT - 3 - height, width, height);
  };
  for (let read = Math.max(0, first - 1); read < reads; read += 1) {
    const start = lanes.readStart(read);
    const end = endOf(lanes, read, length);
    const x = Math.round(xOf(scale, valueOf(picture, start)));
    if (x > scale.width) break;
    const width = isByNumber ? xOf(scale, end + 1) - x - 1 : 0;
    if (width >= 2) draw(x, width, end - start + 1);
    else if (x === column) most = Math.max(most, end - start + 1);
    else {
      if (most > 0) draw(column, 2, most);
      column = x;
      most = end - start + 1;
    }
  }
  if (most > 0) draw(column, 2, most);
}

/** The last event of a read. */
function endOf(lanes: Picture['lanes'], read: number, length: number): number {
  return (read + 1 < lanes.readCount() ? lanes.readStart(read + 1) : length) - 1;
}
