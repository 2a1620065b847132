import type { JsonObject } from '#base/json.ts';
import { untracked } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { IdText } from './id-text.tsx';
import { useDataPath } from './item-place.tsx';
import { ValueView } from './value-view.tsx';

type LabelledValuesProps = {
  readonly item: JsonObject;
  readonly names: readonly string[];
  /** Names of the wire that are no IDs, so that copying them is no use. */
  readonly words?: readonly string[];
};

/** Short fields of an item in one quiet line, each under its wire name; null and absent ones are left out, wrong kinds shown as they are. */
export function LabelledValues({ item, names, words = [] }: LabelledValuesProps) {
  const dataPath = useDataPath();
  const shown = names.filter((name) => Object.hasOwn(item, name) && untracked(item)[name] !== null);
  if (shown.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-0.5">
      {shown.map((name) => {
        const value = item[name] ?? null;
        if (typeof value === 'string')
          return <IdText key={name} name={visibleLine(name)} id={value} isCopied={!words.includes(name)} dataPath={dataPath(item, name)} />;
        return (
          <span key={name} data-path={dataPath(item, name)} className="inline-flex max-w-full min-w-0 items-baseline gap-1 text-sm">
            <span className="shrink-0 text-tertiary">{visibleLine(name)}</span>
            <ValueView value={value} label={visibleLine(name)} />
          </span>
        );
      })}
    </div>
  );
}
