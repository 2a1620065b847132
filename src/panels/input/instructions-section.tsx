import { useCallback, useRef } from 'react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonPath, type JsonValue } from '#base/json.ts';
import type { Reveal } from '#model/reveal.ts';
import { ContentParts } from '#items/content-parts.tsx';
import { ItemList } from '#items/item-list.tsx';
import { proseLine } from '#items/summary-text.ts';
import { ValueView } from '#items/value-view.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { useReveal } from '#ui/use-reveal.ts';
import { inputContexts } from './input-contexts.ts';

type InstructionsSectionProps = {
  readonly response: JsonObject;
  readonly expansion: Expansion;
  readonly reveal: Reveal | null;
  readonly link: string;
};

const INSTRUCTIONS_PATH: JsonPath = ['instructions'];

/** What the model was told before anything else: a text, or the items of a prompt template. */
export function InstructionsSection({ response, expansion, reveal, link }: InstructionsSectionProps) {
  const { instructions } = response;
  const section = useRef<HTMLDivElement>(null);
  // The items of a template are revealed by their list.
  useReveal(section, reveal?.path[0] === 'instructions' && !isJsonArray(instructions) ? reveal : null);
  if (instructions === undefined || instructions === null || instructions === '') {
    return <p className="px-1 text-sm text-secondary">{whyNone(instructions)}</p>;
  }
  return (
    <div ref={section} data-path="/instructions" className="min-w-0">
      <DisclosureSection
        title="Instructions"
        summary={summaryOf(instructions)}
        keepsSummaryOpen={false}
        expansion={expansion}
        paths={[INSTRUCTIONS_PATH]}
        actions={
          <>
            <span className="text-sm text-tertiary max-sm:hidden">{sizeOf(instructions)}</span>
            <CopyButton iconOnly label="Copy instructions" text={() => copied(instructions)} />
          </>
        }
      >
        <div className="@container py-1.5">
          {typeof instructions === 'string' ? <ContentParts content={instructions} label="instructions" /> : null}
          {isJsonArray(instructions) ? <TemplateItems items={instructions} expansion={expansion} reveal={reveal} link={link} /> : null}
          {typeof instructions === 'string' || isJsonArray(instructions) ? null : <ValueView value={instructions} label="instructions" />}
        </div>
      </DisclosureSection>
    </div>
  );
}

/** A template was written before there was a response: its items belong to no others. */
const ALONE = { isComplete: true, response: {}, onJumpToOutput: () => undefined };

/** Links name items of the input, not of the template: they lead to the tab. */
function TemplateItems({ items, expansion, reveal, link }: Omit<InstructionsSectionProps, 'response'> & { readonly items: JsonArray }) {
  const contextsFor = useCallback((onJump: (position: number) => void) => inputContexts({ items, onJump, ...ALONE }), [items]);
  return (
    <ItemList
      items={items}
      path={INSTRUCTIONS_PATH}
      contextsFor={contextsFor}
      selected={null}
      onSelect={() => undefined}
      linkTo={() => link}
      expansion={expansion}
      reveal={reveal}
    />
  );
}

function whyNone(instructions: JsonValue | undefined): string {
  return instructions === undefined ? 'The server sent no instructions field.' : 'No instructions were given with this request.';
}

/** What a table of contents says of the instructions: how they begin, and how long they are; null where there are none. */
export function instructionsInBrief({ instructions }: JsonObject): { readonly summary: string; readonly measure: string } | null {
  if (instructions === undefined || instructions === null || instructions === '') return null;
  return { summary: summaryOf(instructions), measure: sizeOf(instructions) };
}

function summaryOf(instructions: JsonValue): string {
  if (typeof instructions === 'string') return proseLine(instructions);
  const first = isJsonArray(instructions) ? instructions[0] : undefined;
  const content = isJsonObject(first) ? first['content'] : undefined;
  return typeof content === 'string' ? proseLine(content) : '';
}

function sizeOf(instructions: JsonValue): string {
  if (isJsonArray(instructions)) return formatCount(instructions.length, 'item');
  return formatBytes(utf8Length(copied(instructions)));
}

function copied(instructions: JsonValue): string {
  return stringOf(instructions) ?? JSON.stringify(instructions, null, 2);
}
