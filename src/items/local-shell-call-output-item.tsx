import { CornerDownRight } from 'lucide-react';
import { numberOf, objectOf, stringOf, tryParseJson, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatDuration } from '#base/format-duration.ts';
import { Badge } from '#ui/badge.tsx';
import { Terminal, TerminalCommand, TerminalEntry, TerminalStream } from '#ui/terminal.tsx';
import { isJsonText } from './json-text.tsx';
import { CALL_FIELDS, CallFacts } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { commandOf, promptOf, timeLimitOf } from './local-shell-call-item.tsx';
import { ExitCode } from './shell-facts.tsx';
import { firstOutputLine } from './output-line.ts';
import { joinFacts } from './summary-text.ts';
import { outputLine, ToolOutput } from './tool-output.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ItemField } from './item-place.tsx';

export const localShellCallOutputItem: ItemDefinition = {
  icon: CornerDownRight,
  title: () => 'Local shell output',
  summary: (item) => {
    const run = readRun(item['output']);
    if (run === null) return outputLine(item['output']);
    return firstOutputLine([run.stdout, run.stderr].find((text) => text.trim() !== '') ?? '') || '(no output)';
  },
  facts: (item) => [readRun(item['output'])?.exitCode === 0 ? 'exit 0' : ''],
  notice: (item) => {
    const { exitCode = null, isTimedOut = false } = readRun(item['output']) ?? {};
    return joinFacts(exitCode === null || exitCode === 0 ? null : `exit ${exitCode}`, isTimedOut && 'timeout') || null;
  },
  fields: { output: 'string', ...CALL_FIELDS },
  Body: LocalShellCallOutputBody,
};

const RUN_FIELDS: ExpectedFields = {
  stdout: 'string',
  stderr: 'string',
  output: 'string',
  exit_code: (value) => typeof value === 'number',
  timed_out: 'boolean',
};

type Run = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly isTimedOut: boolean;
  readonly fields: JsonObject;
};

/** Reads the JSON that runners write by agreement: stdout and stderr, or one output, with an exit code; null for anything else. */
function readRun(output: JsonValue | undefined): Run | null {
  if (typeof output !== 'string' || !isJsonText(output)) return null;
  const parsed = tryParseJson(output);
  const fields = parsed.ok ? objectOf(parsed.value) : null;
  if (fields === null || !['stdout', 'stderr', 'output'].some((name) => typeof fields[name] === 'string')) return null;
  const stdout = [fields['stdout'], fields['output']].map((text) => stringOf(text) ?? '').filter((text) => text !== '');
  return {
    stdout: stdout.join('\n'),
    stderr: stringOf(fields['stderr']) ?? '',
    exitCode: numberOf(fields['exit_code']) ?? numberOf(objectOf(fields['metadata'])?.['exit_code']),
    isTimedOut: fields['timed_out'] === true,
    fields,
  };
}

function LocalShellCallOutputBody({ item, context }: ItemProps) {
  const { output } = item;
  const call = context.partner?.item;
  const command = commandOf(call);
  const run = readRun(output);
  const text = typeof output === 'string' && output !== '' && !isJsonText(output) ? output : null;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {command === null && run === null && text === null ? null : (
        <Terminal label="Command and its output">
          <TerminalEntry>
            {command === null ? null : (
              <TerminalCommand command={command.text} copy={command.line} place={promptOf(call)}>
                {run === null ? null : <Ending run={run} limit={timeLimitOf(call)} />}
              </TerminalCommand>
            )}
            {command === null && run !== null ? (
              <span>
                <Ending run={run} limit={null} />
              </span>
            ) : null}
            <ItemField of={item} name="output" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
              {run === null ? <TerminalStream name="stdout" text={text ?? ''} label="output" /> : <RunText run={run} />}
            </ItemField>
          </TerminalEntry>
        </Terminal>
      )}
      {run === null && text === null && (output === undefined || typeof output === 'string') ? <SentOutput item={item} /> : null}
      <CallFacts item={item} />
    </div>
  );
}

function SentOutput({ item }: { readonly item: JsonObject }) {
  return (
    <ItemField of={item} name="output">
      <ToolOutput output={item['output']} />
    </ItemField>
  );
}

function RunText({ run }: { readonly run: Run }) {
  return (
    <>
      <TerminalStream name="stdout" text={run.stdout} label="stdout" />
      <TerminalStream name="stderr" text={run.stderr} label="stderr" />
      {run.stdout === '' && run.stderr === '' ? <span className="text-sm text-tertiary">(no output)</span> : null}
      <OtherFields value={run.fields} expected={RUN_FIELDS} />
    </>
  );
}

function Ending({ run, limit }: { readonly run: Run; readonly limit: number | null }) {
  return (
    <>
      {run.exitCode === null ? null : <ExitCode code={run.exitCode} />}
      {run.isTimedOut ? <Badge tone="warning">{limit === null ? 'timeout' : `timeout after ${formatDuration(limit)}`}</Badge> : null}
    </>
  );
}
