import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { ANNOTATION_TYPES, CONTENT_PART_TYPES, OUTPUT_ITEM_TYPES, familyOf, isKnownItemType } from '#protocol/item-types.ts';
import { FURTHER_FIELDS, INCOMPLETE_REASONS, RESPONSE_STATUSES, SPECIFIED_FIELDS } from '#protocol/response-fields.ts';
import { SAMPLES_FOLDER, loadSample, loadSamples } from '#testing/sample-loader.ts';
import { objectsWithin, outputOf, valuesOf } from '#testing/sample-objects.ts';

const samples = loadSamples();
const bodies = samples.map((sample) => sample.body);
const outputItems = bodies.flatMap(outputOf);
const inputItems = samples.flatMap((sample) => arrayOf(sample.input)).filter(isJsonObject);
const allObjects = [...bodies, ...inputItems].flatMap((root) => [...objectsWithin(root)]);
const parts = [...outputItems, ...inputItems].flatMap((item) => [...objectsWithin(item)]);
const annotations = parts.flatMap((part) => arrayOf(part['annotations'])).filter(isJsonObject);

function missingFrom(found: ReadonlySet<JsonValue | undefined>, wanted: readonly string[]): readonly string[] {
  return wanted.filter((value) => !found.has(value));
}

function itemsOf(type: string): readonly JsonObject[] {
  return outputItems.filter((item) => item['type'] === type);
}

function kinds(objects: readonly JsonObject[]): readonly string[] {
  return objects.map((object) => stringOf(object['type']) ?? '');
}

/** The fields that the reference names in §2.1, beside `id`, `type` and `status`. */
const FIELDS_OF_ITEMS: Readonly<Record<(typeof OUTPUT_ITEM_TYPES)[number], string>> = {
  message: 'role content phase',
  reasoning: 'summary content encrypted_content',
  function_call: 'call_id name arguments namespace async caller created_by',
  function_call_output: 'call_id output name namespace caller created_by',
  custom_tool_call: 'call_id name input namespace async caller',
  custom_tool_call_output: 'call_id output caller',
  web_search_call: 'action results',
  file_search_call: 'queries results',
  code_interpreter_call: 'code container_id outputs',
  image_generation_call: 'result action background output_format quality size revised_prompt error svg_usage',
  computer_call: 'call_id action actions pending_safety_checks',
  computer_call_output: 'call_id output acknowledged_safety_checks',
  local_shell_call: 'call_id action',
  local_shell_call_output: 'output',
  shell_call: 'call_id action environment caller created_by',
  shell_call_output: 'call_id output max_output_length caller created_by',
  apply_patch_call: 'call_id operation caller created_by',
  apply_patch_call_output: 'call_id output',
  mcp_list_tools: 'server_label tools error',
  mcp_call: 'server_label name arguments output approval_request_id error',
  mcp_approval_request: 'server_label name arguments',
  mcp_approval_response: 'approval_request_id approve reason',
  tool_search_call: 'arguments call_id execution',
  tool_search_output: 'call_id execution tools',
  additional_tools: 'role tools',
  program: 'call_id code fingerprint',
  program_output: 'call_id result',
  compaction: 'encrypted_content',
};

describe('the manifest', () => {
  it('names at least 24 samples, each under the ID of its body and once only', () => {
    expect(samples.length).toBeGreaterThanOrEqual(24);
    expect(samples.map((sample) => sample.body['id'])).toEqual(samples.map((sample) => sample.entry.id));
    expect(new Set(samples.map((sample) => sample.entry.id)).size).toBe(samples.length);
  });

  it('names every file of the folder, and no other', () => {
    const named = samples.flatMap(({ entry }) => [entry.body, entry.stream, entry.input]).filter((name) => name !== null);
    expect([...named, 'index.json'].toSorted()).toEqual(readdirSync(SAMPLES_FOLDER).toSorted());
  });

  it('says of each what a card needs', () => {
    const families = new Set<string>(OUTPUT_ITEM_TYPES.map(familyOf));
    const unfit = samples.filter(({ entry }) => !families.has(entry.family) || entry.title === '' || entry.description.length > 80);
    expect(unfit.map(({ entry }) => entry.id)).toEqual([]);
    const featured = samples.filter(({ entry }) => entry.isFeatured).length;
    expect(featured).toBeGreaterThanOrEqual(6);
    expect(featured).toBeLessThanOrEqual(8);
  });
});

describe('between them the samples hold', () => {
  it('every output item type', () => expect(missingFrom(valuesOf(outputItems, 'type'), OUTPUT_ITEM_TYPES)).toEqual([]));
  it('every content part type', () => expect(missingFrom(valuesOf(parts, 'type'), CONTENT_PART_TYPES)).toEqual([]));
  it('every annotation type', () => expect(missingFrom(valuesOf(annotations, 'type'), ANNOTATION_TYPES)).toEqual([]));
  it('every status', () => expect(missingFrom(valuesOf(bodies, 'status'), RESPONSE_STATUSES)).toEqual([]));

  it('every reason to be incomplete', () => {
    const details = bodies.map((body) => objectOf(body['incomplete_details']) ?? {});
    expect(missingFrom(valuesOf(details, 'reason'), INCOMPLETE_REASONS)).toEqual([]);
  });

  it.each(Object.entries(FIELDS_OF_ITEMS))('a value for every field of %s', (type, fields) => {
    const unseen = fields.split(' ').filter((field) => itemsOf(type).every((item) => (item[field] ?? null) === null));
    expect(unseen).toEqual([]);
  });

  it('every field of a response', () => {
    const sent = new Set(bodies.flatMap((body) => Object.keys(body)));
    expect(missingFrom(sent, [...SPECIFIED_FIELDS, ...FURTHER_FIELDS])).toEqual([]);
    expect(missingFrom(new Set(Object.keys(loadSample('resp_sample_all_null').body)), SPECIFIED_FIELDS)).toEqual([]);
    expect(missingFrom(new Set(Object.keys(loadSample('resp_sample_refund_agent').body)), SPECIFIED_FIELDS)).toEqual([]);
  });

  it('every kind of action, outcome, operation and error', () => {
    const types = valuesOf(allObjects, 'type');
    expect(missingFrom(types, ['click', 'double_click', 'drag', 'keypress', 'move', 'screenshot', 'scroll', 'type', 'wait'])).toEqual([]);
    expect(missingFrom(types, ['search', 'open_page', 'find_in_page'])).toEqual([]);
    expect(missingFrom(types, ['create_file', 'update_file', 'delete_file', 'exit', 'timeout', 'local', 'container_reference'])).toEqual(
      [],
    );
    expect(
      missingFrom(types, ['direct', 'program', 'logs', 'image', 'mcp_protocol_error', 'mcp_tool_execution_error', 'http_error']),
    ).toEqual([]);
    expect(itemsOf('mcp_call').some((item) => typeof item['error'] === 'string')).toBe(true);
  });

  it('failures with an error, one of a code outside the list', () => {
    const codes = bodies.filter((body) => body['status'] === 'failed').map((body) => objectOf(body['error'])?.['code']);
    expect(codes).toEqual(expect.arrayContaining(['server_error', 'insufficient_quota']));
  });

  it('items, parts, annotations and fields nobody knows', () => {
    const response = loadSample('resp_sample_unknown_things').body;
    const message = outputOf(response).find((item) => item['type'] === 'message');
    const contents = arrayOf(message?.['content']).filter(isJsonObject);
    expect(kinds(outputOf(response)).filter((type) => !isKnownItemType(type))).toHaveLength(3);
    expect(kinds(contents)).toContain('output_widget');
    expect(kinds(annotations)).toContain('calendar_citation');
    expect(Object.keys(response)).toContain('x_cluster');
    expect(Object.keys(message ?? {})).toContain('x_trace');
  });
});
