import { useMemo, useState } from 'react';
import { fieldMeterOf } from '#model/field-meter.ts';
import type { Recording } from '#model/recording.ts';
import type { Opening } from '#ui/json-tree-plan.ts';

type ShownFields = {
  /** The recording for views whose reading counts as showing. */
  readonly recording: Recording;
  /** How far the trees in those views are open; null while each is left to itself. */
  readonly trees: Opening | null;
  /** True while tabs that are not in view have to draw as well, because the reader asked to have everything opened. */
  readonly isOpening: boolean;
  readonly openTrees: () => void;
  /** Ends `isOpening`; what is open stays open. */
  readonly settle: () => void;
};

/** What the views of one response need so that the fields they show can be counted. */
export function useShownFields(recording: Recording): ShownFields {
  const counted = useMemo(() => ({ ...recording, response: fieldMeterOf(recording.response).response }), [recording]);
  const [trees, setTrees] = useState<Opening | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  return {
    recording: counted,
    trees,
    isOpening,
    openTrees: () => {
      setTrees({ levels: Number.POSITIVE_INFINITY, pages: 'all' });
      setIsOpening(true);
    },
    settle: () => setIsOpening(false),
  };
}
