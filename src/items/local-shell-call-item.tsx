import { Terminal as TerminalIcon } from 'lucide-react';
import { arrayOf, numberOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { shellCommand } from '#base/shell-words.ts';
import { Terminal, TerminalCommand, TerminalEntry } from '#ui/terminal.tsx';
import { CALL_FIELDS, CallFacts, missingOutput } from './call-facts.tsx';
import { IdFacts } from './id-facts.tsx';
import { IdText } from './id-text.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { PairTable } from './pair-table.tsx';
import { isLimit, TimeLimit } from './shell-facts.tsx';
import { lineOf } from './summary-text.ts';
import { Labelled } from './labelled.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { useDataPath } from './item-place.tsx';

export const localShellCallItem: ItemDefinition = {
  icon: TerminalIcon,
  title: () => 'Local shell',
  summary: (item) => {
    const words = wordsOf(item);
    return lineOf(isScript(words) ? (words[2] ?? '') : words.join(' '));
  },
  facts: (item) => {
    const directory = stringOf(objectOf(item['action'])?.['working_directory']);
    return [directory === null ? '' : `in ${lineOf(directory)}`];
  },
  notice: missingOutput,
  fields: { action: 'object', ...CALL_FIELDS },
  Body: LocalShellCallBody,
};

const ACTION_FIELDS: ExpectedFields = {
  type: 'string',
  command: 'list',
  env: 'object',
  timeout_ms: isLimit,
  user: 'string',
  working_directory: 'string',
};

function LocalShellCallBody({ item }: ItemProps) {
  const action = objectOf(item['action']);
  const command = commandOf(item);
  const environment = objectOf(action?.['env']);
  const type = stringOf(action?.['type']);
  const dataPath = useDataPath();
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {command === null ? (
        <p className="text-secondary">No command was sent.</p>
      ) : (
        <Terminal label="Command">
          <TerminalEntry dataPath={dataPath(action?.['command'])}>
            <TerminalCommand command={command.text} copy={command.line} place={promptOf(item)} />
          </TerminalEntry>
        </Terminal>
      )}
      {environment === null || Object.keys(environment).length === 0 ? null : (
        <Labelled name="env">
          <PairTable pairs={environment} label="Environment variables" />
        </Labelled>
      )}
      <div className="flex min-w-0 flex-wrap items-center gap-x-4">
        {command === null || command.runner === '' ? null : <IdText name="run by" id={command.runner} isCopied={false} />}
        {type === null ? null : <IdText name="action" id={type} isCopied={false} dataPath={dataPath(action ?? undefined, 'type')} />}
        {action === null ? null : <IdFacts fields={action} ids={['user', 'working_directory']} />}
        <TimeLimit of={action} />
      </div>
      {action === null ? null : <OtherFields value={action} expected={ACTION_FIELDS} />}
      <CallFacts item={item} />
    </div>
  );
}

/** The argument list of a local shell call; a word that is no string, as JSON. */
function wordsOf(call: JsonObject | undefined): readonly string[] {
  return arrayOf(objectOf(call?.['action'])?.['command']).map((word) => stringOf(word) ?? JSON.stringify(word));
}

/** `bash -lc "…"` runs its last word; that word is the story. */
function isScript(words: readonly string[]): boolean {
  return words.length === 3 && /(?:^|\/)(?:ba|da|fi|k|z)?sh$/.test(words[0] ?? '') && /^-\w*c$/.test(words[1] ?? '');
}

type LocalCommand = {
  /** What is run: the script of `bash -lc …`, else the words, quoted where a shell would need it. */
  readonly text: string;
  /** The whole command line, to be pasted into a shell. */
  readonly line: string;
  /** The shell that runs a script, with its flags; empty where the words are run as they are. */
  readonly runner: string;
};

/** The command of a local shell call; null where none was sent. */
export function commandOf(call: JsonObject | undefined): LocalCommand | null {
  const words = wordsOf(call);
  if (words.length === 0) return null;
  const line = shellCommand(words);
  return isScript(words) ? { text: words[2] ?? '', line, runner: shellCommand(words.slice(0, 2)) } : { text: line, line, runner: '' };
}

/** "postgres:/var/lib" as prompts have it; empty where neither user nor folder is known. */
export function promptOf(call: JsonObject | undefined): string {
  const action = objectOf(call?.['action']);
  const place = [action?.['user'], action?.['working_directory']].map((value) => stringOf(value) ?? '').filter((part) => part !== '');
  return lineOf(place.join(':'));
}

/** The time limit of a call in milliseconds, or null. */
export function timeLimitOf(call: JsonObject | undefined): number | null {
  return numberOf(objectOf(call?.['action'])?.['timeout_ms']);
}
