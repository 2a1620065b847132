import type { ReactNode } from 'react';
import type { ItemFamily } from '#protocol/item-types.ts';
import { familiesOf, hidesDeltas, toggleDeltas, toggleFamily } from '#model/event-filter-edit.ts';

/** The families in the order in which a response usually has them, with what their events are called here. */
const FAMILY_WORDS: readonly (readonly [ItemFamily, string])[] = [
  ['message', 'text'],
  ['reasoning', 'reasoning'],
  ['tool-call', 'tools'],
  ['tool-output', 'tool output'],
  ['hosted-tool', 'hosted'],
  ['system', 'lifecycle'],
];
export const FAMILIES: readonly string[] = FAMILY_WORDS.map(([family]) => family);

type FamilyChipsProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The families that occur. */
  readonly present: ReadonlySet<string>;
};

/** Filters in one press. Each is a word of the filter: pressing it writes the word, or takes it away. */
export function FamilyChips({ text, onChange, present }: FamilyChipsProps) {
  const chosen = familiesOf(text, FAMILIES);
  return (
    <div role="group" aria-label="Quick filters" className="flex flex-wrap items-center gap-1">
      <Chip isOn={hidesDeltas(text)} onPress={() => onChange(toggleDeltas(text))}>
        hide deltas
      </Chip>
      {/* All of them from the start: chips that come with their first event would move what stands beside them. */}
      {FAMILY_WORDS.map(([family, words]) => (
        <Chip
          key={family}
          family={family}
          isThere={present.has(family)}
          isOn={chosen.includes(family)}
          onPress={() => onChange(toggleFamily(text, family, FAMILIES))}
        >
          {words}
        </Chip>
      ))}
    </div>
  );
}

type ChipProps = {
  readonly family?: ItemFamily;
  readonly isThere?: boolean;
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function Chip({ family, isThere = true, isOn, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      data-own-words
      data-family={family}
      aria-pressed={isOn}
      onClick={onPress}
      className={`h-6 rounded-full border px-2.5 text-sm whitespace-nowrap hover:bg-inset ${family === undefined || !isThere ? 'text-secondary' : 'text-family'} ${isOn ? 'border-current bg-selected' : 'border-line'}`}
    >
      {children}
    </button>
  );
}
