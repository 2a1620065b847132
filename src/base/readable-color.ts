/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The contrast of two colours from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `color`, or as little as needed darker or lighter for `ratio` on `background`. Keeps the hue for as long as that reads. */
export function readableColor(color: Rgb, background: Rgb, ratio = 4.5): Rgb {
  const goal: Rgb = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, goal, share);
    if (contrastOf(mixed, background) >= ratio) return mixed;
  }
  return goal;
}

function mix(color: Rgb, goal: Rgb, share: number): Rgb {
  const blend = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [blend(color[0], goal[0]), blend(color[1], goal[1]), blend(color[2], goal[2])];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
