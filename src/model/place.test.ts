import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#base/json.ts';
import { filesOfPlace, extensionOfText } from './place-files.ts';
import { itemOfPlace, pathTexts, placeName, readPlace, textOfValue, wirePlace, type Place, type PlaceAddress } from './place.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const DOCUMENTS = {
  response: {
    id: 'resp_1',
    output: [
      { type: 'function_call', id: 'fc_1', arguments: '{"city":"Bergen","days":[{"date":"2026-05-01"}]}' },
      {
        type: 'message',
        content: [
          { type: 'output_text', text: 'One.' },
          { type: 'refusal', refusal: 'Two.' },
        ],
      },
      { type: 'image_generation_call', result: PIXEL },
    ],
  },
  inputItems: [{ type: 'message', role: 'user', content: 'Hello' }],
};

function place(pointer: string, document: Place['document'] = 'response', around: PlaceAddress | null = null): Place {
  const found = readPlace({ document, pointer, around }, DOCUMENTS);
  if (found === null) throw new Error(`nothing at ${pointer}`);
  return found;
}
const ARGUMENTS: PlaceAddress = { document: 'response', pointer: '/output/0/arguments', around: null };

describe('readPlace', () => {
  it('reads the response, the list of input items, and JSON inside a string', () => {
    expect(place('/output/1/content/0/text').value).toBe('One.');
    expect(place('/data/0/content', 'input_items').value).toBe('Hello');
    expect(place('/days/0/date', 'text', ARGUMENTS)).toMatchObject({ value: '2026-05-01', path: ['days', 0, 'date'] });
  });

  it('finds nothing where nothing stands, and the string itself where its text is no JSON', () => {
    expect(readPlace({ document: 'response', pointer: '/output/9', around: null }, DOCUMENTS)).toBeNull();
    expect(readPlace({ document: 'text', pointer: '', around: { ...ARGUMENTS, pointer: '/output/0/id' } }, DOCUMENTS)).toMatchObject({
      path: ['output', 0, 'id'],
    });
    expect(readPlace({ document: 'text', pointer: '', around: null }, DOCUMENTS)).toBeNull();
  });
});

describe('the item of a place', () => {
  it('is told for items, their parts and what stands in their texts', () => {
    expect(itemOfPlace(place('/output/1'))).toEqual({ list: 'output', position: 1 });
    expect(itemOfPlace(place('/days', 'text', ARGUMENTS))).toEqual({ list: 'output', position: 0 });
    expect(itemOfPlace(place('/data/0', 'input_items'))).toEqual({ list: 'input', position: 0 });
    expect(itemOfPlace(place('/id'))).toBeNull();
  });

  it('is reached on the wire through the string around a text', () => {
    expect(wirePlace(place('/days', 'text', ARGUMENTS)).path).toEqual(['output', 0, 'arguments']);
  });
});

describe('the path of a place', () => {
  it('is written for each tool', () => {
    expect(pathTexts(place('/output/1/content/0'))).toEqual({
      dot: 'output[1].content[0]',
      jsonpath: '$.output[1].content[0]',
      jq: '.output[1].content[0]',
    });
    expect(placeName(place('/output/1/content/0'))).toBe('output[1].content[0]');
    expect(placeName(place(''))).toBe('response');
  });

  it('goes through the text of a string', () => {
    const date = place('/days/0/date', 'text', ARGUMENTS);
    expect(pathTexts(date)).toEqual({
      dot: 'JSON.parse(output[0].arguments).days[0].date',
      jsonpath: '$.days[0].date',
      jq: '.output[0].arguments | fromjson | .days[0].date',
    });
    expect(placeName(date)).toBe('output[0].arguments → days[0].date');
    expect(pathTexts(place('', 'text', ARGUMENTS)).jq).toBe('.output[0].arguments | fromjson');
  });
});

describe('textOfValue', () => {
  it.each<[JsonValue, string | null]>([
    ['text', 'text'],
    [{ type: 'output_text', text: 'part' }, 'part'],
    [DOCUMENTS.response.output[1] ?? null, 'One.\n\nTwo.'],
    [{ type: 'reasoning', summary: [{ text: 'a' }, { text: '' }, { text: 'b' }] }, 'a\n\nb'],
    [{ type: 'function_call_output', output: '{"ok":true}' }, '{"ok":true}'],
    [{ type: 'function_call', arguments: '{}' }, null],
    [[{ text: 'a list is no text' }], null],
    [12, null],
  ])('%j', (value, text) => {
    expect(textOfValue(value)).toBe(text);
  });
});

describe('what can be saved', () => {
  const kinds = (found: Place) => filesOfPlace(found, 'resp_1').map(({ stem, content }) => `${stem} ${content.kind}`);

  it('is the JSON, the text, or the data that a value carries', () => {
    expect(kinds(place('/output/1'))).toEqual(['resp_1.output.1 text', 'resp_1.output.1 json']);
    expect(kinds(place('/output/1/content/0/text'))).toEqual(['resp_1.output.1.content.0.text text']);
    expect(kinds(place('/output/2'))).toEqual(['resp_1.output.2 data', 'resp_1.output.2 json']);
    expect(kinds(place('/data/0/content', 'input_items'))).toEqual(['resp_1.input.0.content text']);
  });

  it('is called as the file was', () => {
    const part = {
      type: 'input_file',
      filename: 'report.final.pdf',
      file_data: `data:application/pdf;base64,${btoa('%PDF-1.7 …'.slice(0, 8))}`,
    };
    expect(filesOfPlace({ document: 'response', path: ['x'], value: part, around: null }, null)[0]).toMatchObject({
      stem: 'report.final',
      content: { kind: 'data', data: { mediaType: 'application/pdf' } },
    });
  });

  it('is no data where only the server can read it', () => {
    const sealed = {
      document: 'response',
      path: ['output', 0, 'encrypted_content'],
      value: `gAAAAB${'aB3'.repeat(200)}`,
      around: null,
    } as const;
    expect(filesOfPlace(sealed, null).map(({ content }) => content.kind)).toEqual(['text']);
  });

  it.each([
    ['{"a": 1}', 'json'],
    ['{not json', 'txt'],
    ['--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b', 'diff'],
    ['Plain words', 'txt'],
  ])('gets the extension of what it is: %s', (text, extension) => {
    expect(extensionOfText(text)).toBe(extension);
  });
});
