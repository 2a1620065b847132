import { arrayOf, isJsonArray, isJsonObject, numberOf, objectOf, stringOf, valueAt, type JsonObject, type JsonValue } from '#base/json.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { formatDuration } from '#base/format-duration.ts';

/** What a field's value means, for people; null where name and value already say it. Knows the fields that `request-fields.ts` lists. */
export function wordsFor(name: string, value: JsonValue | undefined, response: JsonObject): string | null {
  if (value === undefined) return null;
  if (value === null) return entryOf(NULL_WORDS, name);
  if (typeof value === 'boolean') return entryOf(BOOLEAN_WORDS, name)?.[value ? 0 : 1] ?? null;
  return entryOf(VALUE_WORDS, name)?.(value, response) ?? null;
}

/** What is known about a field whatever its value. */
export function remarkOn(name: string): string | null {
  return entryOf(REMARKS, name);
}

/** Field names are foreign data: "constructor" is one, and no entry of ours. */
function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

const REMARKS: Readonly<Record<string, string>> = {
  model: 'what ran; may differ from the alias asked for',
  service_tier: 'the tier really used',
  user: 'deprecated: safety_identifier and prompt_cache_key replace it',
  prompt_cache_retention: 'deprecated: prompt_cache_options.ttl replaces it',
  output_text: 'made by the server; the Output tab joins the text parts itself',
  'reasoning.generate_summary': 'deprecated: summary replaces it',
};

const NULL_WORDS: Readonly<Record<string, string>> = {
  error: 'no error',
  incomplete_details: 'not cut short',
  completed_at: 'not completed, or an older server',
  previous_response_id: 'no earlier turn on the server',
  conversation: 'not part of a conversation',
  instructions: 'none given',
  max_output_tokens: 'no limit set',
  max_tool_calls: 'no limit set',
  usage: 'not counted (yet)',
  prompt: 'no prompt template',
  moderation: 'not moderated with this response',
};

const BOOLEAN_WORDS: Readonly<Record<string, readonly [whenTrue: string, whenFalse: string]>> = {
  background: ['ran in the background: it can be polled, resumed and cancelled', 'ran while the caller waited'],
  store: ['kept by the server, so it can be retrieved by ID', 'not kept by the server'],
  parallel_tool_calls: ['may call several tools at once', 'one tool call at a time'],
};

type Words = (value: JsonValue, response: JsonObject) => string | null;
const VALUE_WORDS: Readonly<Record<string, Words>> = {
  completed_at: afterCreation,
  instructions: (value) => (isJsonArray(value) ? `${formatCount(value.length, 'item')}, from a prompt template` : null),
  tools: (value) => (isJsonArray(value) ? formatCount(value.length, 'tool') : null),
  tool_choice: toolChoice,
  truncation: oneOf({ auto: 'drops the oldest items when the input does not fit', disabled: 'fails when the input does not fit' }),
  text: textFormat,
  reasoning: reasoning,
  metadata: (value) => (isJsonObject(value) ? formatCount(Object.keys(value).length, 'pair') : null),
  max_output_tokens: outputLimit,
  incomplete_details: (value) => (isJsonObject(value) ? entryOf(INCOMPLETE_WORDS, stringOf(value['reason']) ?? '') : null),
  output: (value) => (isJsonArray(value) ? `${formatCount(value.length, 'item')} → Output tab` : null),
  usage: usage,
  content_filters: contentFilters,
  moderation: moderation,
  prompt_cache_diagnostics: cacheDiagnostics,
  service_tier: oneOf({ auto: 'not decided yet: the final answer names the tier really used' }),
};

const INCOMPLETE_WORDS: Readonly<Record<string, string>> = {
  max_output_tokens: 'the answer reached max_output_tokens',
  content_filter: 'a content filter stopped the answer',
  max_messages: 'the limit of messages was reached',
  steered: 'new input changed the direction of the run',
};

function oneOf(words: Readonly<Record<string, string>>): Words {
  return (value) => (typeof value === 'string' ? entryOf(words, value) : null);
}

function afterCreation(value: JsonValue, response: JsonObject): string | null {
  const created = numberOf(response['created_at']);
  const completed = numberOf(value);
  if (created === null || completed === null || completed < created) return null;
  return completed === created ? 'in the same second as created_at' : `${formatDuration((completed - created) * 1000)} after created_at`;
}

function toolChoice(value: JsonValue): string | null {
  if (value === 'auto') return 'the model decides';
  if (value === 'none') return 'no tool may be called';
  if (value === 'required') return 'some tool must be called';
  const choice = objectOf(value);
  const type = stringOf(choice?.['type']);
  if (choice === null || type === null) return null;
  if (type === 'allowed_tools') {
    const mode = stringOf(choice['mode']);
    return `${mode === 'required' ? 'must' : 'may'} call one of ${formatCount(arrayOf(choice['tools']).length, 'tool')}`;
  }
  const name = stringOf(choice['name']) ?? stringOf(choice['server_label']);
  return name === null ? `must use ${type}` : `must call ${name} (${type})`;
}

function textFormat(value: JsonValue): string | null {
  const text = objectOf(value);
  const type = stringOf(valueAt(value, ['format', 'type']));
  if (text === null || type === null) return null;
  const name = stringOf(valueAt(value, ['format', 'name']));
  const strict = valueAt(value, ['format', 'strict']) === true ? ', strict' : '';
  const verbosity = stringOf(text['verbosity']);
  const format =
    type === 'json_schema'
      ? `JSON by schema${name === null ? '' : ` ${name}`}${strict}`
      : type === 'json_object'
        ? 'any JSON object'
        : type === 'text'
          ? 'plain text'
          : type;
  return verbosity === null ? format : `${format} · verbosity ${verbosity}`;
}

function reasoning(value: JsonValue): string | null {
  const settings = objectOf(value);
  if (settings === null) return null;
  const parts = ['effort', 'summary', 'mode', 'context'].flatMap((name) => {
    const text = stringOf(settings[name]);
    return text === null ? [] : [`${name} ${text}`];
  });
  return parts.length === 0 ? 'no settings' : parts.join(' · ');
}

function outputLimit(value: JsonValue, response: JsonObject): string | null {
  const limit = numberOf(value);
  const used = numberOf(valueAt(response, ['usage', 'output_tokens']));
  return limit === null || used === null ? null : `${formatNumber(used)} used, reasoning included`;
}

function usage(value: JsonValue): string | null {
  const total = numberOf(valueAt(value, ['total_tokens'])) ?? numberOf(valueAt(value, ['output_tokens']));
  if (total !== null) return `${formatNumber(total)} tokens → Usage tab`;
  return isJsonObject(value) ? 'no token counts → Usage tab' : null;
}

function contentFilters(value: JsonValue): string | null {
  if (!isJsonArray(value)) return null;
  const verdicts = value.map(
    (filter) =>
      `${stringOf(valueAt(filter, ['source_type'])) ?? 'content'} ${valueAt(filter, ['blocked']) === true ? 'blocked' : 'passed'}`,
  );
  return verdicts.length === 0 ? 'none' : verdicts.join(' · ');
}

function moderation(value: JsonValue): string | null {
  const verdicts = ['input', 'output'].flatMap((side) => {
    const flagged = valueAt(value, [side, 'flagged']);
    return typeof flagged === 'boolean' ? [`${side} ${flagged ? 'flagged' : 'not flagged'}`] : [];
  });
  return verdicts.length === 0 ? null : verdicts.join(' · ');
}

function cacheDiagnostics(value: JsonValue): string | null {
  const type = stringOf(valueAt(value, ['type']));
  if (type !== 'cache_miss') return type?.replaceAll('_', ' ') ?? null;
  const reason = stringOf(valueAt(value, ['reason']))?.replaceAll('_', ' ');
  const missed = numberOf(valueAt(value, ['cache_missed_tokens']));
  return ['cache miss', reason, missed === null ? undefined : `${formatNumber(missed)} tokens missed`]
    .filter((part) => part !== undefined)
    .join(' · ');
}
