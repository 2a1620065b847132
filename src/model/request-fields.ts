import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '#base/json.ts';
import { isEmptyContainer, markView, untracked } from '#base/tracked-json.ts';
import { SPECIFIED_FIELDS } from '#protocol/response-fields.ts';

/** A group of Response fields that are read together. */
export type RequestSection = { readonly id: RequestSectionId; readonly title: string; readonly fields: readonly string[] };
export type RequestSectionId =
  | 'identity'
  | 'instructions'
  | 'tools'
  | 'text'
  | 'reasoning'
  | 'sampling'
  | 'limits'
  | 'metadata'
  | 'cache-and-safety'
  | 'outcome'
  | 'other';

/** Every field the specification or the SDK names, each in one place. */
const SECTIONS: readonly RequestSection[] = [
  {
    id: 'identity',
    title: 'Model and identity',
    fields: [
      'id',
      'object',
      'model',
      'status',
      'created_at',
      'completed_at',
      'previous_response_id',
      'conversation',
      'background',
      'store',
      'service_tier',
      'prompt',
      'billing',
    ],
  },
  { id: 'instructions', title: 'Instructions', fields: ['instructions'] },
  { id: 'tools', title: 'Tools', fields: ['tools', 'tool_choice', 'parallel_tool_calls', 'max_tool_calls'] },
  { id: 'text', title: 'Text format', fields: ['text'] },
  { id: 'reasoning', title: 'Reasoning', fields: ['reasoning'] },
  { id: 'sampling', title: 'Sampling', fields: ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'top_logprobs'] },
  { id: 'limits', title: 'Limits', fields: ['max_output_tokens', 'truncation', 'image'] },
  { id: 'metadata', title: 'Metadata', fields: ['metadata'] },
  {
    id: 'cache-and-safety',
    title: 'Cache and safety',
    fields: [
      'prompt_cache_key',
      'prompt_cache_retention',
      'prompt_cache_options',
      'prompt_cache_diagnostics',
      'safety_identifier',
      'user',
      'moderation',
      'access_programs',
      'content_filters',
    ],
  },
  {
    id: 'outcome',
    title: 'Outcome',
    fields: ['error', 'incomplete_details', 'output', 'output_text', 'usage', 'tool_usage', 'input_transformations'],
  },
];

const NAMED = new Set(SECTIONS.flatMap(({ fields }) => fields));
const SPECIFIED = new Set<string>(SPECIFIED_FIELDS);

/**
 * The sections of one response, with the fields to show in each: the specified ones always, the rest when they were sent.
 * Fields nobody has told us about come last, under "Other fields". Sections with nothing to show are left out.
 */
export function requestSections(response: JsonObject): readonly RequestSection[] {
  const known = SECTIONS.map((section) => ({
    ...section,
    fields: section.fields.filter((name) => SPECIFIED.has(name) || Object.hasOwn(response, name)),
  }));
  const other = Object.keys(response).filter((name) => !NAMED.has(name));
  return [...known, { id: 'other' as const, title: 'Other fields', fields: other }].filter(({ fields }) => fields.length > 0);
}

/** The field's own value; undefined when it was not sent. */
export function sentValue(response: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(response, name) ? response[name] : undefined;
}

/** What stands in place of a credential. */
export const HIDDEN_SECRET = 'hidden here; Raw shows what the server sent';
const SECRET_FIELDS = new Set(['headers', 'authorization']);

/**
 * `value` with the credentials of MCP servers replaced: every `headers` and `authorization` of an object that describes such a server,
 * at any depth. Header names stay. The same value comes back when there is nothing to hide.
 */
export function maskSecrets(value: JsonValue): JsonValue {
  if (!hasSecrets(untracked(value))) return value;
  // What a copy leaves out is not waiting to be opened; the rest of it may be.
  markView(value, 'opened');
  if (isJsonArray(value)) return value.map(maskSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.keys(value).map((name) => [name, maskedField(value, name)]));
}

function maskedField(owner: JsonObject, name: string): JsonValue {
  const plain = untracked(owner);
  if (isSecret(plain, name)) return hide(plain[name] ?? null);
  const field = owner[name] ?? null;
  markView(field, 'folded');
  return maskSecrets(field);
}

function hasSecrets(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(hasSecrets);
  return isJsonObject(value) && Object.keys(value).some((name) => isSecret(value, name) || hasSecrets(value[name] ?? null));
}

/** True for a credential of an object that describes an MCP server. */
function isSecret(owner: JsonObject, name: string): boolean {
  if (!SECRET_FIELDS.has(name) || (owner['type'] !== 'mcp' && !('server_label' in owner) && !('server_url' in owner))) return false;
  const value = owner[name] ?? null;
  return value !== null && !(typeof value === 'object' && isEmptyContainer(value));
}

function hide(value: JsonValue): JsonValue {
  return isJsonObject(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, HIDDEN_SECRET])) : HIDDEN_SECRET;
}
