import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

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
