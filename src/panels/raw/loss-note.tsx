import { useMemo, useState } from 'react';
import { formatCount } from '#base/format-number.ts';
import { lossesIn, type AsSent } from '#base/json-as-sent.ts';
import type { JsonPath } from '#base/json.ts';
import { Button } from '#ui/button.tsx';

/** More of them are not stepped through, and counted as "1,000+". */
const MOST = 1000;

type LossNoteProps = { readonly sent: AsSent | null; readonly onShow: (path: JsonPath) => void };

/** Says that parsing loses something of this body, and steps through what. */
export function LossNote({ sent, onShow }: LossNoteProps) {
  const { numbers, keys } = useMemo(() => lossesIn(sent, MOST), [sent]);
  const [next, setNext] = useState(0);
  const places = [...numbers, ...keys];
  const place = places[next % Math.max(1, places.length)];
  if (place === undefined) return null;
  const isMore = places.length >= MOST;
  const words = [
    ...(numbers.length === 0 ? [] : [`${formatCount(numbers.length, 'number')} that JavaScript can’t hold`]),
    ...(keys.length === 0 ? [] : [formatCount(keys.length, 'repeated key')]),
  ];
  return (
    <p className="flex items-center gap-1 text-sm text-warning">
      {words.join(', ')}
      {isMore ? ' or more' : ''}
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          onShow(place);
          setNext(next + 1);
        }}
      >
        {next === 0 ? 'Show' : 'Next'}
      </Button>
    </p>
  );
}
