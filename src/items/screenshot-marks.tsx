import type { ReactNode } from 'react';
import { scrollOf, type ScreenAction, type ScreenPoint } from './screen-actions.ts';

export type ImageSize = { readonly width: number; readonly height: number };

type MarksProps = {
  readonly actions: readonly ScreenAction[];
  /** Which of them is looked at; the others are drawn faintly. */
  readonly current: number;
  /** The size of the screenshot itself, in whose pixels the actions are given. */
  readonly size: ImageSize;
};

/**
 * The places of the actions, over a screenshot that is shown at any size: positions are shares of it, rings and numbers keep their size.
 * For eyes only, since the same stands in words beside it.
 */
export function ScreenshotMarks({ actions, current, size }: MarksProps) {
  const others = (actions[current]?.points.length ?? 0) > 0 ? 0.5 : 0.85;
  return (
    <svg aria-hidden data-marks="" className="pointer-events-none absolute inset-0 size-full overflow-hidden">
      {actions.map((action, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index} opacity={index === current ? 1 : others} data-mark={index + 1}>
          <Way points={action.points} size={size} />
          {action.points.slice(0, 1).map((point) => (
            <At key="start" point={point} size={size}>
              <Sign action={action} />
              <Number value={index + 1} isBelow={point.y < size.height * 0.08} isLeft={point.x > size.width * 0.94} />
            </At>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** True for a place that the screenshot has no pixel for. */
export function isOutside({ x, y }: ScreenPoint, { width, height }: ImageSize): boolean {
  return x < 0 || y < 0 || x > width || y > height;
}

function share(value: number, whole: number): string {
  return `${(value / whole) * 100}%`;
}

/** A coordinate system in screen pixels around a place of the image. */
function At({ point, size, children }: { readonly point: ScreenPoint; readonly size: ImageSize; readonly children: ReactNode }) {
  return (
    <svg x={share(point.x, size.width)} y={share(point.y, size.height)} overflow="visible">
      {children}
    </svg>
  );
}

/** The way of a drag: white under the colour, so that it is seen on any ground. */
function Way({ points, size }: { readonly points: readonly ScreenPoint[]; readonly size: ImageSize }) {
  if (points.length < 2) return null;
  const steps = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const end = points.at(-1);
  return (
    <>
      {['way-under', 'way'].map((layer) =>
        steps.map(({ from, to }, index) => (
          <line
            // oxlint-disable-next-line react/no-array-index-key
            key={`${layer} ${index}`}
            x1={share(from.x, size.width)}
            y1={share(from.y, size.height)}
            x2={share(to.x, size.width)}
            y2={share(to.y, size.height)}
            className={layer === 'way' ? 'stroke-[#be185d] stroke-2' : 'stroke-[#fff] stroke-[5]'}
            strokeLinecap="round"
          />
        )),
      )}
      {end === undefined ? null : (
        <At point={end} size={size}>
          <rect x={-5} y={-5} width={10} height={10} className="fill-[#be185d] stroke-[#fff] stroke-2" />
        </At>
      )}
    </>
  );
}

function Sign({ action }: { readonly action: ScreenAction }) {
  const type = action.fields['type'];
  if (type === 'scroll') return <ScrollArrow scroll={scrollOf(action.fields)} />;
  return (
    <>
      <Ring radius={9} />
      {type === 'double_click' ? <Ring radius={14} /> : null}
      <circle r={2} className="fill-[#be185d]" />
    </>
  );
}

function Ring({ radius }: { readonly radius: number }) {
  return (
    <>
      <circle r={radius} className="fill-none stroke-[#fff] stroke-[5]" />
      <circle r={radius} className="fill-none stroke-[#be185d] stroke-2" />
    </>
  );
}

const ARROW = 34;

function ScrollArrow({ scroll: [x, y] }: { readonly scroll: readonly [x: number, y: number] }) {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  const path = `M0 0H${ARROW}m-8 -7l8 7l-8 7`;
  return (
    <g transform={`rotate(${x === 0 && y === 0 ? 90 : degrees})`} strokeLinecap="round" strokeLinejoin="round">
      <path d={path} className="fill-none stroke-[#fff] stroke-[6]" />
      <path d={path} className="fill-none stroke-[#be185d] stroke-[2.5]" />
    </g>
  );
}

type NumberProps = { readonly value: number; readonly isBelow: boolean; readonly isLeft: boolean };

/** Stands beside its place, on the side where the picture has room. */
function Number({ value, isBelow, isLeft }: NumberProps) {
  return (
    <g transform={`translate(${isLeft ? -15 : 15} ${isBelow ? 15 : -15})`}>
      <circle r={9} className="fill-[#be185d] stroke-[#fff] stroke-2" />
      <text y={4} textAnchor="middle" className="fill-[#fff] font-sans text-xs font-semibold">
        {value}
      </text>
    </g>
  );
}
