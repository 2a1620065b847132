import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonObject, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { ANNOTATION_TYPES, CONTENT_PART_TYPES, OUTPUT_ITEM_TYPES, familyOf, isKnownItemType } from '#protocol/item-types.ts';
import { FURTHER_FIELDS, INCOMPLETE_REASONS, RESPONSE_STATUSES, SPECIFIED_FIELDS } from '#protocol/response-fields.ts';
import { FIELDS_OF_ITEMS } from '#testing/reference-fields.ts';
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

  it.each(Object.entries(FIELDS_OF_ITEMS))('a %s, and a value for every field of it', (type, fields) => {
    const items = [...outputItems, ...inputItems].filter((item) => item['type'] === type);
    expect(items).not.toEqual([]);
    expect(fields.filter((field) => items.every((item) => (item[field] ?? null) === null))).toEqual([]);
  });

  it.each(['created_by', 'agent'])('a %s, which any item may carry', (field) => {
    expect(outputItems.some((item) => (item[field] ?? null) !== null)).toBe(true);
  });

  it('every status of an item', () => {
    const statuses = ['in_progress', 'completed', 'incomplete', 'failed', 'searching', 'interpreting', 'generating', 'calling'];
    expect(missingFrom(valuesOf(outputItems, 'status'), statuses)).toEqual([]);
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
