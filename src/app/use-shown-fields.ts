import { useMemo, useState } from 'react';
import { fieldMeterOf, type FieldMeter } from '#model/field-meter.ts';
import type { Recording } from '#model/recording.ts';
import type { Opening } from '#ui/json-tree-plan.ts';

type ShownFields = {
  /** The recording for views whose reading counts as showing. */
  readonly recording: Recording;
  /** The same for views that do not follow every frame. */
  readonly slowed: Recording;
  readonly meter: FieldMeter;
  /** How far the trees in those views are open; null while each is left to itself. */
  readonly trees: Opening | null;
  /** True while tabs that are not in view have to draw as well, because the reader asked to have everything opened. */
  readonly isOpening: boolean;
  readonly openTrees: () => void;
  /** Ends `isOpening`; what is open stays open. */
  readonly settle: () => void;
};

/** What the views of one response need so that the fields they show can be counted; `slowed` is an earlier state of the same recording, or itself. */
export function useShownFields(recording: Recording, slowed: Recording): ShownFields {
  const counted = useMemo(() => countedOf(recording), [recording]);
  const countedSlowed = useMemo(() => countedOf(slowed), [slowed]);
  const [trees, setTrees] = useState<Opening | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  return {
    recording: counted,
    slowed: slowed === recording ? counted : countedSlowed,
    meter: meterOf(recording),
    trees,
    isOpening,
    openTrees: () => {
      setTrees({ levels: Number.POSITIVE_INFINITY, pages: 'all' });
      setIsOpening(true);
    },
    settle: () => setIsOpening(false),
  };
}

function meterOf(recording: Recording): FieldMeter {
  return fieldMeterOf(recording.response, recording.kind === 'stream' ? recording.log : recording.response);
}

function countedOf(recording: Recording): Recording {
  return { ...recording, response: meterOf(recording).response };
}
