import type { ReactNode } from 'react';
import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { IdText } from './id-text.tsx';
import { lineOf } from './summary-text.ts';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';

/** What shells and their users mean by an exit code, where they agree. */
const MEANINGS: Readonly<Record<number, string>> = {
  126: 'cannot be run',
  127: 'command not found',
  130: 'interrupted',
  134: 'aborted',
  137: 'killed',
  139: 'segmentation fault',
  143: 'terminated',
};

/** How a command ended: "exit 0", "exit 127, command not found", "timeout after 5 s". Draws nothing where nothing was sent. */
export function ShellOutcome({ outcome, timeout = null }: { readonly outcome: JsonValue | undefined; readonly timeout?: number | null }) {
  const ending = objectOf(outcome);
  const code = numberOf(ending?.['exit_code']);
  const type = stringOf(ending?.['type']);
  if (code !== null) return <ExitCode code={code} />;
  if (type === 'timeout') return <Badge tone="warning">{timeout === null ? 'timeout' : `timeout after ${formatDuration(timeout)}`}</Badge>;
  return type === null ? null : <Badge>{lineOf(type).replaceAll('_', ' ')}</Badge>;
}

export function ExitCode({ code }: { readonly code: number }) {
  const meaning = MEANINGS[code];
  const tone: Tone = code === 0 ? 'good' : 'error';
  return <Badge tone={tone}>{`exit ${code}${meaning === undefined ? '' : `, ${meaning}`}`}</Badge>;
}

/** An outcome that `ShellOutcome` shows whole. */
export function isOutcome(value: JsonValue): boolean {
  if (!isJsonObject(value) || typeof value['type'] !== 'string') return false;
  return Object.keys(value).every((name) => name === 'type' || (name === 'exit_code' && typeof value[name] === 'number'));
}

/** "exit 1", "timeout"; empty where no outcome was sent. */
export function outcomeOf(chunk: JsonObject): string {
  const outcome = objectOf(chunk['outcome']);
  const code = numberOf(outcome?.['exit_code']);
  return code === null ? lineOf(stringOf(outcome?.['type']) ?? '') : `exit ${code}`;
}

/** A limit in words, or that there is none; nothing where the field is missing. */
export function TimeLimit({ value }: { readonly value: JsonValue | undefined }) {
  if (value === null) return <Fact>no time limit</Fact>;
  return typeof value === 'number' ? <Fact>time limit {formatDuration(value)}</Fact> : null;
}

export function OutputLimit({ value }: { readonly value: JsonValue | undefined }) {
  if (value === null) return <Fact>no limit on the output</Fact>;
  return typeof value === 'number' ? <Fact>output limit {formatNumber(value)} characters</Fact> : null;
}

export function isLimit(value: JsonValue): boolean {
  return value === null || typeof value === 'number';
}

export function Fact({ children }: { readonly children: ReactNode }) {
  return <span className="text-sm text-secondary">{children}</span>;
}

const ENVIRONMENT_FIELDS: ExpectedFields = { type: 'string', container_id: 'string' };

/** Where the commands run, in words. */
export function ShellEnvironment({ value }: { readonly value: JsonValue | undefined }) {
  const environment = objectOf(value);
  if (value === null) return <Fact>environment not named</Fact>;
  if (environment === null) return null;
  const type = stringOf(environment['type']);
  const container = stringOf(environment['container_id']);
  return (
    <>
      {type === null ? null : <Fact>{placeOf(type)}</Fact>}
      {container === null ? null : <IdText name="container_id" id={container} />}
    </>
  );
}

/** What else the environment says, field by field. */
export function EnvironmentRest({ value }: { readonly value: JsonValue | undefined }) {
  const environment: JsonObject | null = objectOf(value);
  return environment === null ? null : <OtherFields value={environment} expected={ENVIRONMENT_FIELDS} />;
}

function placeOf(type: string): string {
  if (type === 'local') return 'runs on the developer’s side (local)';
  if (type === 'container_reference') return 'runs in a hosted container (container_reference)';
  return `environment ${lineOf(type)}`;
}
