import { describe, expect, it } from 'vitest';
import { objectOf, tryParseJson } from '#base/json.ts';
import { readPlace, type PlaceAddress } from '#model/place.ts';
import type { Recording } from '#model/recording.ts';
import { placeJson } from './place-json.ts';

const TEXT = '{"id":"resp_1","metadata":{"big":9007199254740993,"twice":1,"twice":2},"output":[{"arguments":"{\\"n\\":1.0}"}]}';

function jsonAt(pointer: string, around: PlaceAddress | null = null, text = TEXT): string {
  const parsed = tryParseJson(TEXT);
  const response = (parsed.ok ? objectOf(parsed.value) : null) ?? {};
  const place = readPlace({ document: around === null ? 'response' : 'text', pointer, around }, { response, inputItems: [] });
  if (place === null) throw new Error(`nothing at ${pointer}`);
  const recording: Recording = {
    kind: 'json',
    source: { kind: 'paste' },
    bytes: new TextEncoder().encode(text),
    text,
    response,

    receivedAt: 0,
  };
  return placeJson(place, recording);
}

describe('placeJson', () => {
  it('has numbers and repeated keys as they were sent', () => {
    expect(jsonAt('/metadata')).toBe('{\n  "big": 9007199254740993,\n  "twice": 1,\n  "twice": 2\n}');
    expect(jsonAt('/metadata/big')).toBe('9007199254740993');
  });

  it('reads the text of a string as it was sent', () => {
    expect(jsonAt('', { document: 'response', pointer: '/output/0/arguments', around: null })).toBe('{\n  "n": 1.0\n}');
  });

  it('is made from the value where the body holds another', () => {
    expect(jsonAt('/metadata', null, TEXT.replace('"twice":2', '"twice":3'))).toBe('{\n  "big": 9007199254740992,\n  "twice": 2\n}');
    expect(jsonAt('/metadata', null, 'no JSON')).toContain('"twice": 2');
  });
});
