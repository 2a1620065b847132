/** How JavaScript writes the number that `text` spells in JSON: "9007199254740992" for "9007199254740993", "Infinity" for "1e400". */
export function numberAsRead(text: string): string {
  return String(Number(text));
}

/** Short enough for a finite double. */
const INTEGER = /^-?\d{1,300}$/;

/**
 * Whether what JavaScript reads is the number that was sent. "1.0", "-0" and "1e-07" are only written in another way;
 * 9007199254740993, 1e400 and 0.1234567890123456789012 are other numbers afterwards.
 */
export function isReadExactly(text: string): boolean {
  const read = numberAsRead(text);
  // Beyond 2^53 JavaScript writes fewer digits than the number has: 61576992393162152 is held as it is, and written as …150.
  return read === text || decimalOf(read) === decimalOf(text) || (INTEGER.test(text) && BigInt(Number(text)) === BigInt(text));
}

/** The same text for every way to write one decimal number: its digits without zeros around them, and the power of ten. */
function decimalOf(text: string): string | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const digits = whole + fraction;
  let first = 0;
  while (digits[first] === '0') first += 1;
  let end = digits.length;
  while (end > first && digits[end - 1] === '0') end -= 1;
  if (first === end) return '0';
  const exponent = BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - end);
  return `${sign}${digits.slice(first, end)}e${exponent}`;
}
