import { formatCount } from '#base/format-number.ts';
import type { JsonValue } from '#base/json.ts';
import type { StillToCome } from '#model/still-to-come.ts';
import type { ValueToCome } from '#model/value-to-come.ts';
import { valueLine } from '#items/summary-text.ts';

type ToComeLineProps = {
  readonly toCome: StillToCome;
  /** False while the stream goes on: then the end is what has arrived. */
  readonly hasEnded: boolean;
};

/** So many fields are named; the tooltip names all. */
const MOST_NAMED = 5;

/** What happens between the state that is shown and the end, in one line. */
export function ToComeLine({ toCome, hasEnded }: ToComeLineProps) {
  const { coming, characters, fields } = toCome;
  const changed = toCome.items.filter((item) => item !== null).length;
  const amounts = [
    coming.length === 0 ? '' : formatCount(coming.length, 'item'),
    characters === 0 ? '' : formatCount(characters, 'character'),
    characters > 0 || changed === 0 ? '' : `changes in ${formatCount(changed, 'item')}`,
  ].filter((amount) => amount !== '');
  const named = fields === null ? [] : fieldsOf(fields);
  const all = [...amounts, ...named];
  const words = [...amounts, ...named.slice(0, MOST_NAMED)].join(', ');
  const rest = named.length > MOST_NAMED ? ` and ${formatCount(named.length - MOST_NAMED, 'more field')}` : '';
  const until = hasEnded ? 'Still to come' : 'Still to come, as far as it has arrived';
  return (
    <p data-own-words title={all.join(', ')} className="rounded-md border border-dashed border-line-strong px-3 py-1 text-secondary">
      {all.length === 0 ? (hasEnded ? 'Nothing more comes.' : 'Nothing more has arrived.') : `${until}: ${words}${rest}`}
    </p>
  );
}

/** The fields of the response by their names, the status first and with what it will be. */
function fieldsOf({ changes, fields, texts }: ValueToCome): readonly string[] {
  const names = [...fields, ...texts, ...changes].map(({ path }) => String(path[0]));
  const status = changes.find(({ path }) => path[0] === 'status')?.to;
  const others = [...new Set(names)].filter((name) => name !== 'status' || status === undefined);
  return status === undefined ? others : [`status ${wordOf(status)}`, ...others.filter((name) => name !== 'status')];
}

function wordOf(value: JsonValue): string {
  return valueLine(value);
}
