import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAsSentReader, lossesIn, readAsSent, sentAt, type AsSent } from './json-as-sent.ts';
import { rangeAt } from './json-range.ts';
import { valueAt, type JsonPath, type JsonValue } from './json.ts';

/** JSON as it may be sent: numbers in any spelling, keys in any order and more than once. */
type Written =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'array'; readonly elements: readonly Written[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Written])[] };

const keys = fc.oneof(
  fc.constantFrom('a', 'b', '1', '0', '10', '01', '', '__proto__', 'a"b', 'ü', '\\', '4294967295'),
  fc.string({ maxLength: 3 }),
);
const numbers = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => String(number)),
  fc.constantFrom('1.0', '-0', '1e400', '0.10', '1E2', '9007199254740993'),
);
const scalars = fc.oneof(
  numbers,
  fc.constantFrom('true', 'false', 'null', '"\\\\"', '"\\\\\\""', '"\\ud800"', '"{[,:]}"'),
  fc.string().map((text) => JSON.stringify(text)),
);
const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4 },
    scalars.map((text): Written => ({ kind: 'scalar', text })),
    fc.array(tie('written'), { maxLength: 5 }).map((elements): Written => ({ kind: 'array', elements })),
    fc.array(fc.tuple(keys, tie('written')), { maxLength: 16 }).map((members): Written => ({ kind: 'object', members })),
  ),
}));

function textOf(value: Written, space: string): string {
  if (value.kind === 'scalar') return value.text;
  const inside = value.kind === 'array' ? value.elements.map((element) => textOf(element, space)) : value.members.map(memberText);
  function memberText([key, member]: readonly [string, Written]): string {
    return `${JSON.stringify(key)}${space}:${space}${textOf(member, space)}`;
  }
  const text = inside.join(`${space},${space}`);
  return value.kind === 'array' ? `[${space}${text}${space}]` : `{${space}${text}${space}}`;
}

/** Every place that `value` has after parsing, with what was written there. */
function* places(value: Written, path: JsonPath = []): Generator<readonly [JsonPath, Written]> {
  yield [path, value];
  if (value.kind === 'array') for (const [index, element] of value.elements.entries()) yield* places(element, [...path, index]);
  if (value.kind === 'object') for (const [key, member] of new Map(value.members)) yield* places(member, [...path, key]);
}

const spaces = fc.constantFrom('', ' ', '\n\t', '\r\n  ');

describe('readAsSent', () => {
  it('tells exactly what the parsed value does not', () => {
    fc.assert(
      fc.property(written, spaces, (value, space) => {
        const text = textOf(value, space);
        const sent = readAsSent(text);
        const parsed = JSON.parse(text) as JsonValue;
        for (const [path, part] of places(value)) {
          const here = sentAt(sent, path);
          const partParsed = valueAt(parsed, path);
          const isOtherNumber = part.kind === 'scalar' && typeof partParsed === 'number' && String(partParsed) !== part.text;
          expect(here?.number ?? null).toBe(isOtherNumber ? (part as { text: string }).text : null);
          if (part.kind !== 'object') continue;
          const names = part.members.map(([key]) => key);
          const isOther = JSON.stringify(names) !== JSON.stringify(Object.keys(partParsed as object));
          expect(here?.members?.map(({ key }) => key) ?? null).toEqual(isOther ? names : null);
          for (const [index, member] of (here?.members ?? []).entries()) {
            expect(text.slice(member.start, member.end)).toBe(textOf(part.members[index]?.[1] ?? value, space));
            expect(member.isOvertaken).toBe(names.lastIndexOf(member.key) !== index);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds nothing in what JavaScript wrote itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readAsSent(JSON.stringify(value, null, 2))).toBeNull();
      }),
    );
  });

  it('finds the same in steps of any length', () => {
    fc.assert(
      fc.property(written, spaces, fc.integer({ min: 1, max: 20 }), (value, space, step) => {
        const text = textOf(value, space);
        const reader = createAsSentReader(text);
        while (!reader.readOn(step));
        expect(reader.found()).toEqual(readAsSent(text));
      }),
    );
  });

  it('goes as deep as the text does', () => {
    const depth = 200_000;
    const sent = readAsSent(`${'[{"a":'.repeat(depth / 2)}1e400${'}]'.repeat(depth / 2)}`);
    expect(lossesIn(sent, 10).numbers[0]).toHaveLength(depth);
  });

  it('ends on texts that are no JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', 'x', ' '), maxLength: 30 }), (text) => {
        const reader = createAsSentReader(text);
        expect(reader.readOn(text.length + 1)).toBe(true);
      }),
    );
  });
});

describe('lossesIn', () => {
  const sent = readAsSent('{"n":1.0,"list":[1,9007199254740993,{"k":1,"k":2}],"z":{"b":1,"1":2},"big":1e400}');

  it('lists in document order what is another value now, and not what is only written otherwise', () => {
    expect(lossesIn(sent, 10)).toEqual({ numbers: [['list', 1], ['big']], keys: [['list', 2, 'k']] });
  });

  it('stops at the limit', () => {
    expect(lossesIn(sent, 1)).toEqual({ numbers: [['list', 1]], keys: [] });
    expect(lossesIn(null, 10)).toEqual({ numbers: [], keys: [] });
  });

  it('knows nothing of values that were overtaken', () => {
    const overtaken: AsSent | null = readAsSent('{"a":[1e400],"a":[1]}');
    expect(lossesIn(overtaken, 10)).toEqual({ numbers: [], keys: [['a']] });
  });
});

describe('rangeAt', () => {
  it('is the text that parses to the value, at every path', () => {
    fc.assert(
      fc.property(written, spaces, (value, space) => {
        const text = textOf(value, space);
        for (const [path, part] of places(value)) {
          const range = rangeAt(text, path);
          expect(text.slice(range?.start, range?.end)).toBe(textOf(part, space));
        }
      }),
    );
  });

  it.each([[['b']], [['a', 'c']], [['a', 0, 'x']], [['list', 3]]])('is null where there is nothing: %j', (path) => {
    expect(rangeAt('{"a":{"c":1},"list":[1,2,3],"a":[1]}', path)).toBeNull();
  });
});
