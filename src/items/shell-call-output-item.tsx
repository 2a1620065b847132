import { CornerDownRight } from 'lucide-react';
import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { Terminal, TerminalCommand, TerminalEntry, TerminalStream } from '#ui/terminal.tsx';
import { CALL_FIELDS, CallFacts } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { commandsOf } from './shell-call-item.tsx';
import { isLimit, isOutcome, outcomeOf, OutputLimit, ShellOutcome } from './shell-facts.tsx';
import { firstOutputLine } from './output-line.ts';
import { joinFacts } from './summary-text.ts';
import { outputLine } from './tool-output.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

export const shellCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Shell output',
  summary: (item) => {
    const chunks = chunksOf(item);
    if (chunks.length === 0) return outputLine(item['output']);
    return joinFacts(...chunks.slice(0, MOST_CHUNKS).map(chunkLine)) || '(no output)';
  },
  facts: (item) => [...new Set(chunksOf(item).map(outcomeOf))].filter((outcome) => !isTrouble(outcome)),
  notice: (item) => [...new Set(chunksOf(item).map(outcomeOf))].filter(isTrouble).join(', ') || null,
  fields: { output: 'list', max_output_length: isLimit, ...CALL_FIELDS },
  Body: ShellCallOutputBody,
};

const CHUNK_FIELDS: ExpectedFields = { stdout: 'string', stderr: 'string', outcome: isOutcome };

function ShellCallOutputBody({ item, context }: ItemProps) {
  const call = context.partner?.item;
  const commands = commandsOf(call);
  const chunks = arrayOf(item['output']);
  const timeout = numberOf(objectOf(call?.['action'])?.['timeout_ms']);
  const waiting = commands.slice(chunks.length);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {chunks.length === 0 && waiting.length === 0 ? (
        <p className="text-secondary">{context.isGrowing === true ? 'No output yet.' : '(no output)'}</p>
      ) : null}
      {chunks.length === 0 && waiting.length === 0 ? null : (
        <Terminal label="Commands and their output">
          {chunks.map((chunk, index) => (
            <Chunk
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              chunk={chunk}
              command={commands[index]}
              number={index + 1}
              timeout={timeout}
              limit={numberOf(item['max_output_length'])}
            />
          ))}
          {waiting.map((command, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <TerminalEntry key={`waiting ${index}`}>
              <TerminalCommand command={command} />
              <span className="text-sm text-tertiary">
                {context.isGrowing === true ? 'no output yet' : 'no output was sent for this command'}
              </span>
            </TerminalEntry>
          ))}
        </Terminal>
      )}
      <OutputLimit of={item} />
      <CallFacts item={item} />
    </div>
  );
}

type ChunkProps = {
  readonly chunk: JsonValue;
  /** The command at the same place of the call, where the call is known. */
  readonly command: string | undefined;
  readonly number: number;
  readonly timeout: number | null;
  readonly limit: number | null;
};

/** One command with what it wrote and how it ended. */
function Chunk({ chunk, command, number, timeout, limit }: ChunkProps) {
  const dataPath = useDataPath();
  const fields = objectOf(chunk);
  const stdout = stringOf(fields?.['stdout']) ?? '';
  const stderr = stringOf(fields?.['stderr']) ?? '';
  const isCut = limit !== null && limit > 0 && stdout.length + stderr.length >= limit;
  const outcome = <ShellOutcome outcome={fields?.['outcome']} timeout={timeout} />;
  return (
    <TerminalEntry dataPath={dataPath(chunk)}>
      {command === undefined ? (
        <div className="flex flex-wrap items-center gap-2 text-sm text-tertiary">
          <span className="flex-1">output {number}; its command is not known here</span>
          {outcome}
        </div>
      ) : (
        <TerminalCommand command={command}>{outcome}</TerminalCommand>
      )}
      <ChunkStream name="stdout" chunk={fields} text={stdout} number={number} />
      <ChunkStream name="stderr" chunk={fields} text={stderr} number={number} />
      {fields !== null && stdout === '' && stderr === '' ? <span className="text-sm text-tertiary">(no output)</span> : null}
      {isCut ? <span className="text-sm text-warning">reached the limit of the output: the end may be missing</span> : null}
      {fields === null ? <ValueView value={chunk} label={`output ${number}`} /> : <OtherFields value={fields} expected={CHUNK_FIELDS} />}
    </TerminalEntry>
  );
}

type ChunkStreamProps = Pick<ChunkProps, 'number'> & {
  readonly name: 'stdout' | 'stderr';
  readonly chunk: JsonObject | null;
  readonly text: string;
};

function ChunkStream({ name, chunk, text, number }: ChunkStreamProps) {
  if (chunk === null || text === '') return null;
  return (
    <ItemField of={chunk} name={name}>
      <TerminalStream name={name} text={text} label={`${name} of command ${number}`} />
    </ItemField>
  );
}

/** So many commands are told of in one line. */
const MOST_CHUNKS = 3;

/** What a command wrote first; of one that failed how, and what it said to that. */
function chunkLine(chunk: JsonObject): string {
  const stdout = firstOutputLine(stringOf(chunk['stdout']) ?? '');
  const stderr = firstOutputLine(stringOf(chunk['stderr']) ?? '');
  const ending = outcomeOf(chunk);
  if (ending === '' || ending === 'exit 0') return stdout || stderr;
  const said = stderr || stdout;
  return said === '' ? ending : `${ending}: ${said}`;
}

function chunksOf(item: JsonObject): readonly JsonObject[] {
  return arrayOf(item['output']).filter(isJsonObject);
}

/** True for how a command should not end: a code other than 0, a timeout. */
function isTrouble(outcome: string): boolean {
  return outcome === 'timeout' || (outcome.startsWith('exit ') && outcome !== 'exit 0');
}
