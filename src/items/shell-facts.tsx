import { formatDuration } from '#base/format-duration.ts';
import { formatNumber } from '#base/format-number.ts';
import { isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { IdFacts } from './id-facts.tsx';
import { lineOf } from './summary-text.ts';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

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
  const dataPath = useDataPath();
  const ending = objectOf(outcome);
  const code = numberOf(ending?.['exit_code']);
  const type = stringOf(ending?.['type']);
  if (ending === null || (code === null && type === null)) return null;
  return (
    <span data-path={dataPath(ending, 'type')}>
      {code === null ? (
        <Ending type={type ?? ''} timeout={timeout} />
      ) : (
        <span data-path={dataPath(ending, 'exit_code')}>
          <ExitCode code={code} />
        </span>
      )}
    </span>
  );
}

function Ending({ type, timeout }: { readonly type: string; readonly timeout: number | null }) {
  if (type !== 'timeout') return <Badge>{lineOf(type).replaceAll('_', ' ')}</Badge>;
  return <Badge tone="warning">{timeout === null ? 'timeout' : `timeout after ${formatDuration(timeout)}`}</Badge>;
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
export function TimeLimit({ of }: { readonly of: JsonObject | null }) {
  const value = of?.['timeout_ms'];
  if (of === null || (value !== null && typeof value !== 'number')) return null;
  return <Fact of={of} name="timeout_ms" words={value === null ? 'no time limit' : `time limit ${formatDuration(value)}`} />;
}

export function OutputLimit({ of }: { readonly of: JsonObject | null }) {
  const value = of?.['max_output_length'];
  if (of === null || (value !== null && typeof value !== 'number')) return null;
  const words = value === null ? 'no limit on the output' : `output limit ${formatNumber(value)} characters`;
  return <Fact of={of} name="max_output_length" words={words} />;
}

export function isLimit(value: JsonValue): boolean {
  return value === null || typeof value === 'number';
}

function Fact({ of, name, words }: { readonly of: JsonObject; readonly name: string; readonly words: string }) {
  return (
    <ItemField of={of} name={name} isInline className="text-sm text-secondary">
      {words}
    </ItemField>
  );
}

const ENVIRONMENT_FIELDS: ExpectedFields = { type: 'string', container_id: 'string' };

/** Where the commands run, in words. */
export function ShellEnvironment({ of }: { readonly of: JsonObject }) {
  const environment = objectOf(of['environment']);
  if (of['environment'] === null) return <Fact of={of} name="environment" words="environment not named" />;
  if (environment === null) return null;
  const type = stringOf(environment['type']);
  return (
    <>
      {type === null ? null : <Fact of={environment} name="type" words={placeOf(type)} />}
      <IdFacts fields={environment} ids={['container_id']} />
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
