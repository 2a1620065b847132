import { Terminal as TerminalIcon } from 'lucide-react';
import { formatDuration } from '#base/format-duration.ts';
import { arrayOf, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { Terminal, TerminalCommand, TerminalEntry } from '#ui/terminal.tsx';
import { CALL_FIELDS, CallFacts, missingOutput } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { EnvironmentRest, isLimit, outcomeOf, OutputLimit, ShellEnvironment, ShellOutcome, TimeLimit } from './shell-facts.tsx';
import { firstFew, lineOf, withResult } from './summary-text.ts';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { useDataPath } from './item-place.tsx';

export const shellCallItem: ItemDefinition = {
  icon: TerminalIcon,
  title: () => 'Shell',
  summary: (item, { partner }) => {
    const commands = commandsOf(item);
    const first = lineOf(commands[0] ?? '');
    const endings = arrayOf(partner?.item['output']).map((chunk) => outcomeOf(objectOf(chunk) ?? {}));
    return withResult(commands.length > 1 ? `${first} (+${commands.length - 1} more)` : first, firstFew(endings));
  },
  facts: (item) => {
    const timeout = numberOf(objectOf(item['action'])?.['timeout_ms']);
    const environment = stringOf(objectOf(item['environment'])?.['type']);
    return [
      environment === null ? '' : lineOf(environment).replaceAll('_', ' '),
      timeout === null ? '' : `limit ${formatDuration(timeout)}`,
    ];
  },
  // A hosted container runs the command itself; only a local shell waits for us.
  notice: (item, context) => (stringOf(objectOf(item['environment'])?.['type']) === 'local' ? missingOutput(item, context) : null),
  fields: { action: 'object', environment: 'object', ...CALL_FIELDS },
  Body: ShellCallBody,
};

const ACTION_FIELDS: ExpectedFields = { commands: 'list', timeout_ms: isLimit, max_output_length: isLimit };

/** The commands of a shell call as they were sent; an element that is no string, as JSON. */
export function commandsOf(call: JsonObject | undefined): readonly string[] {
  return arrayOf(objectOf(call?.['action'])?.['commands']).map((command) => stringOf(command) ?? JSON.stringify(command));
}

function ShellCallBody({ item, context }: ItemProps) {
  const dataPath = useDataPath();
  const action = objectOf(item['action']);
  const timeout = numberOf(action?.['timeout_ms']);
  const outputs = arrayOf(context.partner?.item['output']);
  const commands = commandsOf(item);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {commands.length === 0 ? (
        <p className="text-secondary">{context.isGrowing === true ? 'No command yet.' : 'No command was sent.'}</p>
      ) : null}
      {commands.length === 0 ? null : (
        <Terminal label="Commands">
          {commands.map((command, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <TerminalEntry key={index}>
              <div data-path={dataPath(action?.['commands'], index)} className="min-w-0">
                <TerminalCommand command={command}>
                  <ShellOutcome outcome={outcomeAt(outputs, index)} timeout={timeout} />
                </TerminalCommand>
              </div>
            </TerminalEntry>
          ))}
        </Terminal>
      )}
      <div className="flex min-w-0 flex-wrap items-center gap-x-4">
        <ShellEnvironment of={item} />
        <TimeLimit of={action} />
        <OutputLimit of={action} />
      </div>
      {action === null ? null : <OtherFields value={action} expected={ACTION_FIELDS} />}
      <EnvironmentRest value={item['environment']} />
      <CallFacts item={item} />
    </div>
  );
}

function outcomeAt(outputs: readonly JsonValue[], index: number): JsonValue | undefined {
  return objectOf(outputs[index])?.['outcome'];
}
