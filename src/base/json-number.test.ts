import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadExactly, numberAsRead } from './json-number.ts';

describe('isReadExactly', () => {
  it.each([
    '0',
    '-0',
    '0.0',
    '-0.0',
    '1.0',
    '100',
    '1e2',
    '1E+2',
    '1e-07',
    '0.1',
    '1.50',
    '9007199254740992',
    '9007199254740994',
    '61576992393162152',
    '5e-324',
    '123e20',
  ])('holds for %s', (text) => expect(isReadExactly(text)).toBe(true));

  it.each([
    ['9007199254740993', '9007199254740992'],
    ['12345678901234567890', '12345678901234567000'],
    ['1e400', 'Infinity'],
    ['-1e400', '-Infinity'],
    ['1e-400', '0'],
    ['0.1234567890123456789012', '0.12345678901234568'],
    ['0.30000000000000000000001', '0.3'],
  ])('does not hold for %s, which is read as %s', (text, read) => {
    expect(isReadExactly(text)).toBe(false);
    expect(numberAsRead(text)).toBe(read);
  });

  it('holds for every number as JavaScript writes it, and for the same with zeros around it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(5), (number, zeros) => {
        const [digits = '', power] = String(number).split('e');
        const longer = `${digits}${digits.includes('.') ? '' : '.0'}${'0'.repeat(zeros)}${power === undefined ? '' : `e${power}`}`;
        expect(isReadExactly(String(number))).toBe(true);
        expect(isReadExactly(longer)).toBe(true);
      }),
    );
  });

  it('holds for an integer exactly when a double holds it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (integer) => {
        // A double beyond 2^53 is written with fewer digits than it has, so that only its written form can be compared.
        expect(isReadExactly(String(integer))).toBe(BigInt(Number(integer)) === integer || String(Number(integer)) === String(integer));
      }),
    );
  });
});
