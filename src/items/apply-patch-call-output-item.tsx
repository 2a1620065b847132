import { CornerDownRight } from 'lucide-react';
import { objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { TerminalText } from '#ui/terminal-text.tsx';
import { CALL_FIELDS, CallFacts } from './call-facts.tsx';
import { isJsonText } from './json-text.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { OutcomeWords } from './patch-outcome.tsx';
import { FilePath } from './patched-file.tsx';
import { firstOutputLine } from './output-line.ts';
import { joinFacts } from './summary-text.ts';
import { answered, outputLine, ToolOutput } from './tool-output.tsx';
import { ItemField } from './item-place.tsx';

export const applyPatchCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Patch output',
  summary: (item, { partner }) => {
    const path = stringOf(objectOf(partner?.item['operation'])?.['path']) ?? '';
    const said = typeof item['output'] === 'string' ? firstOutputLine(item['output']) : outputLine(item['output'] ?? null);
    const outcome = item['status'] === 'failed' ? 'not applied' : item['status'] === 'completed' ? 'applied' : '';
    if (said === '') return answered(path, outcome);
    // Harnesses name the file in what they say.
    return joinFacts(outcome === 'not applied' && outcome, said.includes(path) ? said : answered(path, said));
  },
  fields: { output: 'string', ...CALL_FIELDS },
  Body: ApplyPatchCallOutputBody,
};

function ApplyPatchCallOutputBody({ item, context }: ItemProps) {
  const { output } = item;
  const path = stringOf(objectOf(context.partner?.item['operation'])?.['path']);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex min-w-0 flex-wrap items-center gap-x-2">
        <OutcomeWords status={item['status']} />
        {path === null ? null : <FilePath path={path} />}
      </p>
      <ItemField of={item} name="output">
        <PatchLog output={output} />
      </ItemField>
      <CallFacts item={item} />
    </div>
  );
}

/** What the harness wrote: JSON as JSON, other text as a terminal shows it. */
function PatchLog({ output }: { readonly output: JsonValue | undefined }) {
  if (output === undefined || output === null || output === '') return <p className="text-secondary">No log was sent.</p>;
  if (typeof output !== 'string') return null;
  if (isJsonText(output)) return <ToolOutput output={output} />;
  return (
    <div className="min-w-0 rounded-md border border-line bg-raised px-2.5 py-1.5">
      <TerminalText text={output} label="log" />
    </div>
  );
}
