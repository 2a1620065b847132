import type { JsonObject } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { useDataPath } from './item-place.tsx';
import { ValueView } from './value-view.tsx';

type PairTableProps = {
  readonly pairs: JsonObject;
  readonly label: string;
  /** Names that stand elsewhere. */
  readonly except?: readonly string[];
};

/** Names and values that the API leaves to whoever made them: the attributes of a file, variables, arguments. Nothing where there are none. */
export function PairTable({ pairs, label, except = [] }: PairTableProps) {
  const dataPath = useDataPath();
  const names = Object.keys(pairs).filter((name) => !except.includes(name));
  if (names.length === 0) return null;
  return (
    <div className="max-w-full overflow-x-auto">
      <table aria-label={label} className="border-collapse text-sm">
        <tbody>
          {names.map((name) => (
            <tr key={name} data-path={dataPath(pairs, name)} className="border-y border-line">
              <th scope="row" className="py-px pr-4 text-left align-baseline font-mono font-normal text-secondary">
                {visibleLine(name)}
              </th>
              <td className="py-px align-baseline">
                <ValueView value={pairs[name] ?? null} label={visibleLine(name)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
