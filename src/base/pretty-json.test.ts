import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonLayouter, prettyJson } from './pretty-json.ts';

describe('prettyJson', () => {
  it('lays out objects over lines and keeps short arrays on one', () => {
    expect(prettyJson('{"customer":"C-1184","status":["paid","shipped"],"none":{},"list":[],"deep":{"a":[{"b":1}]}}')).toBe(
      [
        '{',
        '  "customer": "C-1184",',
        '  "status": ["paid", "shipped"],',
        '  "none": {},',
        '  "list": [],',
        '  "deep": {',
        '    "a": [',
        '      {',
        '        "b": 1',
        '      }',
        '    ]',
        '  }',
        '}',
      ].join('\n'),
    );
  });

  it('keeps the digits of numbers and repeated keys as they were sent', () => {
    expect(prettyJson('{"id":12345678901234567890,"price":1.50,"id":2}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "price": 1.50,\n  "id": 2\n}',
    );
  });

  it('shows letters in place of their escapes, and keeps the escapes that matter', () => {
    expect(prettyJson('"Z\\u00fcrich\\n\\""')).toBe('"Zürich\\n\\""');
  });

  it('says the same as its input', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        expect(JSON.parse(prettyJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('createJsonLayouter', () => {
  it('lays out what there is, whatever it breaks off in', () => {
    const lay = createJsonLayouter();
    expect(lay('{"a"')).toBe('{\n  "a"');
    expect(lay('{"a": "on')).toBe('{\n  "a": "on');
    expect(lay('{"a": "one", "b": [1, 2')).toBe('{\n  "a": "one",\n  "b": [1, 2');
    expect(lay('{"a": "one", "b": [1, 2], "c": tru')).toBe('{\n  "a": "one",\n  "b": [1, 2],\n  "c": tru');
    expect(lay('other')).toBe('other');
  });

  it('comes to what the whole is, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.nat({ max: 200 })), (text, cuts) => {
        const lay = createJsonLayouter();
        for (const cut of cuts.toSorted((one, other) => one - other)) lay(text.slice(0, cut));
        expect(lay(`${text} `)).toBe(prettyJson(text));
      }),
    );
  });

  it('never loses or makes up a character but white space', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme-ascii' }), fc.nat(), (text, cut) => {
        const part = text.slice(0, cut % (text.length + 1));
        expect(createJsonLayouter()(part).replaceAll(/\s/g, '')).toBe(part.replaceAll(/\s/g, ''));
      }),
    );
  });
});
