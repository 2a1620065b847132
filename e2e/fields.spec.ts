import { SPECIFIED_FIELDS } from '#protocol/response-fields.ts';
import { loadSample } from '#testing/sample-loader.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '#base/json.ts';
import { expect, test } from './test.ts';

/** Bodies of every origin: with all fields, with most of them null, with few of them. */
const SAMPLES = [
  'resp_sample_refund_agent',
  'resp_sample_all_null',
  'resp_sample_prompt_template',
  'resp_sample_failed_policy',
  'resp_sample_azure_filter',
  '7c1d9e52-3b60-4f8a-9a41-5e0d2c7f6b18',
  'resp_vQ7xk2Jm9TzR4cWb8nLdH5sYfE1gPa6u',
  'gen-1794071500-Xw3nQbV8rTzKc5LmYp2D',
  'chatcmpl-b7e1f04c2a9d48e6',
];

/** What must be readable for a value: its words, "null", or "not sent"; of lists and objects, that something is. */
function shownAs(value: JsonValue | undefined): RegExp {
  if (value === undefined) return /^not sent/;
  if (value === null) return /^null/;
  if (isJsonArray(value) || isJsonObject(value)) return /\S/;
  const text = String(value).trim().slice(0, 40).split('\n')[0] ?? '';
  return text === '' ? /\S/ : new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
}

for (const id of SAMPLES) {
  test(`each of the ${SPECIFIED_FIELDS.length} specified fields of ${id} can be read`, async ({ viewer }) => {
    const { body } = loadSample(id);
    await viewer.openSample(id, 'view=request');
    await viewer.expandAll();
    const rows = await viewer.panel.evaluate((panel) =>
      [...panel.querySelectorAll('dt')].map((name) => [
        name.textContent.trim(),
        [...(name.parentElement?.querySelectorAll('dd') ?? [])].map((value) => value.textContent).join(' '),
      ]),
    );
    const shown = new Map(rows.map(([name = '', value = '']) => [name, value]));
    for (const name of SPECIFIED_FIELDS) {
      expect(shown.has(name), `${name} is there`).toBe(true);
      expect(shown.get(name), name).toMatch(shownAs(Object.hasOwn(body, name) ? body[name] : undefined));
    }
    // Nothing else that the server sent is left out either.
    for (const name of Object.keys(body)) expect([...shown.keys()], `${name} is there`).toContain(name);
  });
}
