import { Maximize2, Minus, Plus, X, ZoomIn } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import type { ScaleKind } from './scale.ts';
import type { View } from './use-stretch.ts';

const KINDS = [
  { value: 'time', title: 'Time' },
  { value: 'number', title: 'Number' },
] as const;
const SHAPES = [
  { value: 'picture', title: 'Lanes' },
  { value: 'table', title: 'Table' },
] as const;
export type Shape = (typeof SHAPES)[number]['value'];
const STEP = 1.6;

type WaterfallToolsProps = {
  readonly view: View;
  /** Why there is no choice of what runs across, or what to know of it; empty when there is nothing to say. */
  readonly note: string;
  readonly hasTimes: boolean;
  /** The table and the picture take turns; null where both have room. */
  readonly shape: Shape | null;
  readonly onShape: (shape: Shape) => void;
  readonly hasRange: boolean;
  readonly onZoomToRange: () => void;
  readonly onClearRange: () => void;
};

/** The switches of the waterfall. */
export function WaterfallTools(props: WaterfallToolsProps) {
  const { view, note, hasTimes, shape, hasRange } = props;
  const middle = (view.stretch.from + view.stretch.to) / 2;
  return (
    <>
      {note === '' ? null : (
        <p className="min-w-0 truncate text-sm text-secondary max-md:hidden" title={note}>
          {note}
        </p>
      )}
      {hasRange ? (
        <>
          <Tool label="Zoom to range" onPress={props.onZoomToRange}>
            <ZoomIn size={13} aria-hidden />
            <span className="max-lg:sr-only">Zoom to range</span>
          </Tool>
          <Tool label="Clear range" hint="Show all events in the table again" onPress={props.onClearRange}>
            <X size={13} aria-hidden />
            <span className="max-sm:sr-only">Clear range</span>
          </Tool>
        </>
      ) : null}
      {shape === null ? null : <Segmented label="Show lanes as" options={SHAPES} value={shape} onChange={props.onShape} />}
      {hasTimes ? <Segmented<ScaleKind> label="What runs across" options={KINDS} value={view.kind} onChange={view.setKind} /> : null}
      <span className="flex">
        <Tool label="Zoom out" onPress={view.isZoomed ? () => view.zoom(STEP, middle) : null}>
          <Minus size={13} aria-hidden />
        </Tool>
        <Tool label="Zoom in" onPress={() => view.zoom(1 / STEP, middle)}>
          <Plus size={13} aria-hidden />
        </Tool>
        <Tool label="Fit all" onPress={view.isZoomed ? view.fit : null}>
          <Maximize2 size={13} aria-hidden />
        </Tool>
      </span>
    </>
  );
}

type ToolProps = { readonly label: string; readonly hint?: string; readonly onPress: (() => void) | null; readonly children: ReactNode };

function Tool({ label, hint = label, onPress, children }: ToolProps) {
  return (
    <Button look="quiet" size="small" aria-label={label} title={hint} disabled={onPress === null} onClick={() => onPress?.()}>
      {children}
    </Button>
  );
}
