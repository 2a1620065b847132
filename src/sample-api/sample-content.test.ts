import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrayOf, isJsonArray, isJsonObject, numberOf, objectOf, stringOf, tryParseJson, type JsonObject } from '#base/json.ts';
import { SAMPLES_FOLDER, loadSample, loadSamples, readSampleFile } from '#testing/sample-loader.ts';
import { answerOf, objectsWithin, outputOf, valuesOf } from '#testing/sample-objects.ts';

const samples = loadSamples();
const bodies = samples.map((sample) => sample.body);
const outputItems = bodies.flatMap(outputOf);
const parts = outputItems.flatMap((item) => [...objectsWithin(item)]);

function bodyOf(slug: string): JsonObject {
  return loadSample(`resp_sample_${slug}`).body;
}

describe('images', () => {
  const SIGNATURES = { png: '89504e470d0a1a0a', webp: '52494646', jpeg: 'ffd8ff', svg: '3c737667' };
  const drawn = outputItems.filter((item) => item['type'] === 'image_generation_call' && typeof item['result'] === 'string');

  it('exist as PNG, WebP, SVG and JPEG, each being what it says', () => {
    const formats = drawn.map((item) => stringOf(item['output_format']) ?? '');
    expect(new Set(formats)).toEqual(new Set(Object.keys(SIGNATURES)));
    for (const item of drawn) {
      const bytes = Buffer.from(stringOf(item['result']) ?? '', 'base64');
      const format = item['output_format'] as keyof typeof SIGNATURES;
      expect(bytes.toString('hex').startsWith(SIGNATURES[format]), format).toBe(true);
    }
  });

  it('are small', () => {
    const blobs = samples.flatMap((sample) => sample.bodyText.match(/data:image\/[a-z+]+;base64,[\w+/=]+/g) ?? []);
    expect(blobs.length).toBeGreaterThan(3);
    expect([...blobs, ...drawn.map((item) => stringOf(item['result']) ?? '')].filter((blob) => blob.length > 12_000)).toEqual([]);
  });
});

describe('answers', () => {
  it('hold JSON that parses, and JSON that was cut off', () => {
    expect(tryParseJson(answerOf(bodyOf('invoice'))).ok).toBe(true);
    expect(tryParseJson(answerOf(bodyOf('invoice_cut'))).ok).toBe(false);
    for (const slug of ['invoice', 'invoice_cut']) expect(bodyOf(slug)).toMatchObject({ text: { format: { type: 'json_schema' } } });
  });

  it('hold log probabilities that spell the text', () => {
    const body = bodyOf('logprobs');
    const tokens = parts.flatMap((part) => arrayOf(part['logprobs'])).filter(isJsonObject);
    expect(tokens.map((token) => stringOf(token['token'])).join('')).toBe(answerOf(body));
    expect(tokens.every((token) => arrayOf(token['top_logprobs']).length > 1 && isJsonArray(token['bytes']))).toBe(true);
  });

  it('reach 25,000 characters in one message and 60 items in one run', () => {
    expect(answerOf(bodyOf('runbook')).length).toBeGreaterThanOrEqual(25_000);
    expect(outputOf(bodyOf('long_agent')).length).toBeGreaterThanOrEqual(60);
  });

  it('spent every token on reasoning in one case', () => {
    expect(bodyOf('all_reasoning')).toMatchObject({ usage: { output_tokens: 4096, output_tokens_details: { reasoning_tokens: 4096 } } });
  });

  it.each(['sources', 'results', 'outputs', 'image_url', 'logprobs', 'encrypted_content'])(
    'hold %s, which a server keeps back until include asks',
    (key) => {
      const values = parts.map((part) => part[key]);
      expect(values.some((value) => (isJsonArray(value) ? value.length > 0 : (stringOf(value) ?? '') !== ''))).toBe(true);
    },
  );
});

describe('turns', () => {
  it('of the refund desk form a chain of three, with calls and outputs paired', () => {
    const last = loadSample('resp_sample_refund_done');
    const middle = loadSample(stringOf(last.body['previous_response_id']) ?? '');
    const first = loadSample(stringOf(middle.body['previous_response_id']) ?? '');
    expect(first.body['previous_response_id']).toBeNull();
    expect(middle.input).toHaveLength(14);
    expect(outputOf(middle.body).map((item) => item['type'])).toEqual(
      'reasoning function_call function_call web_search_call code_interpreter_call reasoning message function_call x_audit_note'.split(' '),
    );
    const lastInput = arrayOf(last.input).filter(isJsonObject);
    const answered = valuesOf(
      lastInput.filter((item) => item['type'] === 'function_call_output'),
      'call_id',
    );
    expect(
      outputOf(middle.body)
        .filter((item) => item['type'] === 'function_call')
        .every((call) => answered.has(call['call_id'])),
    ).toBe(true);
  });

  it('wait for an approval, and go on with it', () => {
    const request = outputOf(bodyOf('mcp_approval')).at(-1);
    const id = request?.['id'];
    expect(request?.['type']).toBe('mcp_approval_request');
    expect(
      outputOf(bodyOf('mcp_answered'))
        .filter((item) => item['approval_request_id'] === id)
        .map((item) => item['type']),
    ).toEqual(['mcp_approval_response', 'mcp_call']);
  });

  it('have input items, each with an ID of its own, in at least five samples', () => {
    const lists = samples.map((sample) => arrayOf(sample.input).filter(isJsonObject)).filter((list) => list.length > 0);
    expect(lists.length).toBeGreaterThanOrEqual(5);
    for (const list of lists) {
      const ids = list.map((item) => stringOf(item['id']));
      expect(ids).not.toContain(null);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('bodies as other servers send them', () => {
  it.each([
    ['resp_sample_azure_filter', ['content_filters'], []],
    ['7c1d9e52-3b60-4f8a-9a41-5e0d2c7f6b18', ['output'], ['error', 'instructions']],
    ['resp_9b4c1d0e8f7a4b2c9d3e5f60718293a4', ['input_messages', 'output_messages', 'kv_transfer_params'], ['error', 'store']],
    ['resp_vQ7xk2Jm9TzR4cWb8nLdH5sYfE1gPa6u', ['completed_at'], ['tools', 'text', 'error', 'metadata']],
    ['gen-1794071500-Xw3nQbV8rTzKc5LmYp2D', ['output_text'], ['user']],
  ])('%s', (id, present, absent) => {
    const keys = Object.keys(loadSample(id).body);
    expect(keys).toEqual(expect.arrayContaining([...present]));
    expect(keys.filter((key) => absent.some((name) => name === key))).toEqual([]);
  });

  it('come compact, pretty-printed and with sorted keys', () => {
    const compact = samples.filter((sample) => !sample.bodyText.includes('\n'));
    const sorted = samples.filter((sample) =>
      [...objectsWithin(sample.body)].every((object) => Object.keys(object).join() === Object.keys(object).toSorted().join()),
    );
    expect(compact.map((sample) => sample.entry.body)).toEqual(['all-null.json']);
    expect(sorted.map((sample) => sample.entry.body)).toEqual(['llama-cpp.json']);
    expect(Object.keys(outputOf(sorted[0]?.body ?? {})[0] ?? {}).at(-1)).toBe('type');
  });
});

describe('the hostile sample', () => {
  const text = readSampleFile('hostile.json');
  it.each([
    '<script>',
    'javascript:',
    'data:text/html',
    'onerror',
    'https://tracker.example/pixel.png',
    '\\u001b[',
    '\u202E',
    '"__proto__": {',
    '"constructor"',
    'unbreakable'.repeat(27),
  ])('holds %j', (trap) => {
    expect(text).toContain(trap);
  });

  it('holds a picture with a script in it', () => {
    const pictures = outputOf(bodyOf('hostile')).map((item) => Buffer.from(stringOf(item['result']) ?? '', 'base64').toString());
    expect(pictures.some((picture) => picture.includes('<script>'))).toBe(true);
  });
});

describe('numbers', () => {
  it('of tokens add up, but for where it is a fault', () => {
    for (const { body } of samples.filter(({ entry }) => entry.faults === undefined)) {
      const usage = objectOf(body['usage']);
      const [input, output, total] = ['input_tokens', 'output_tokens', 'total_tokens'].map((key) => numberOf(usage?.[key]));
      const sum = (input ?? 0) + (output ?? 0);
      expect(total ?? sum, stringOf(body['id']) ?? '').toBe(sum);
      const cached = numberOf(objectOf(usage?.['input_tokens_details'])?.['cached_tokens']) ?? 0;
      const written = numberOf(objectOf(usage?.['input_tokens_details'])?.['cache_write_tokens']) ?? 0;
      const reasoning = numberOf(objectOf(usage?.['output_tokens_details'])?.['reasoning_tokens']) ?? 0;
      expect(cached + written).toBeLessThanOrEqual(input ?? 0);
      expect(reasoning).toBeLessThanOrEqual(output ?? 0);
    }
  });

  it('of times follow each other', () => {
    for (const body of bodies) {
      const created = numberOf(body['created_at']) ?? 0;
      expect(created).toBeGreaterThanOrEqual(1_763_800_000);
      expect(created).toBeLessThanOrEqual(1_795_300_000);
      expect(numberOf(body['completed_at']) ?? created).toBeGreaterThanOrEqual(created);
    }
  });
});

describe('what may not be in a sample', () => {
  const files = readdirSync(SAMPLES_FOLDER).map((name) => [name, readSampleFile(name)] as const);

  it.each(files)('%s holds no key but the invented one', (_name, text) => {
    const keys = text.match(/\b(?:sk|xai|gsk|pk|rk)-[\w-]{12,}|\bAKIA[A-Z\d]{12,}|\bgh[opsu]_\w{20,}|\beyJ[\w-]{20,}|-----BEGIN/g) ?? [];
    expect(keys.filter((key) => !key.startsWith('sk-sample-hostile'))).toEqual([]);
  });

  it.each(samples.map((sample) => [sample.entry.id, sample.bodyText] as const))('%s names no host outside .example', (_id, text) => {
    const hosts = [...text.matchAll(/https?:\/\/([^/\s"'`)<>\\:?#]+)/g)].map((match) => match[1] ?? '');
    expect(hosts.filter((host) => !host.endsWith('.example') && host !== 'www.w3.org')).toEqual([]);
  });
});
