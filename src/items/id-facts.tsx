import { stringOf, type JsonObject } from '#base/json.ts';
import { useDataPath } from './item-place.tsx';
import { IdText } from './id-text.tsx';

type IdFactsProps = {
  readonly fields: JsonObject;
  /** The fields shown, by their wire names. */
  readonly ids: readonly string[];
  /** Fields that hold a word rather than an ID: nobody copies those. */
  readonly words?: readonly string[];
};

/** Words and IDs of the wire in one quiet line; those that were not sent are left out. */
export function IdFacts({ fields, ids, words = [] }: IdFactsProps) {
  const dataPath = useDataPath();
  const facts = [...words, ...ids].flatMap((name) => {
    const value = stringOf(fields[name]);
    return value === null ? [] : [{ name, value }];
  });
  if (facts.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4">
      {facts.map(({ name, value }) => (
        <IdText key={name} name={name} id={value} isCopied={!words.includes(name)} dataPath={dataPath(fields, name)} />
      ))}
    </div>
  );
}
