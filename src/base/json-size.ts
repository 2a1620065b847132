import { isJsonArray, type JsonValue } from './json.ts';

/** Bytes of compact JSON; `isWhole` is false when the count was given up early and there is more. */
export type MeasuredSize = { readonly bytes: number; readonly isWhole: boolean };

const sizes = new WeakMap<object, number>();
const beginnings = new WeakMap<object, MeasuredSize>();
/** A millisecond or so of walking: enough for any usual item. */
const MOST_VALUES = 1_000;

/** The size of `value` as `jsonSize` counts it, but given up after `mostValues` values, so that a list of them is drawn without a pause. */
export function quickJsonSize(value: JsonValue, mostValues = MOST_VALUES): MeasuredSize {
  if (typeof value !== 'object' || value === null) return { bytes: jsonSize(value), isWhole: true };
  const known = beginnings.get(value);
  if (known !== undefined) return known;
  const size = containerSize(value, mostValues);
  beginnings.set(value, size);
  return size;
}

/** The size of `value` as compact JSON in UTF-8 bytes, measured without building the text and remembered per object. */
export function jsonSize(value: JsonValue): number {
  if (typeof value === 'string') return stringSize(value);
  if (typeof value !== 'object' || value === null) return String(value).length;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = containerSize(value, Infinity).bytes;
  sizes.set(value, size);
  return size;
}

/** Walks with a stack of its own: JSON may be nested deeper than the engine's call stack. */
function containerSize(root: object & JsonValue, mostValues: number): MeasuredSize {
  let size = 0;
  let left = mostValues;
  const waiting: JsonValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    left -= 1;
    if (left < 0) return { bytes: size, isWhole: false };
    if (typeof value === 'string') size += stringSize(value);
    else if (typeof value !== 'object' || value === null) size += String(value).length;
    else if (isJsonArray(value)) {
      size += 2 + Math.max(0, value.length - 1);
      for (const element of value) waiting.push(element);
    } else {
      const keys = Object.keys(value);
      size += 2 + Math.max(0, keys.length - 1);
      for (const key of keys) {
        size += stringSize(key) + 1;
        waiting.push(value[key] ?? null);
      }
    }
  }
  return { bytes: size, isWhole: true };
}

function stringSize(text: string): number {
  let size = 2;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20) size += unit === 8 || unit === 9 || unit === 10 || unit === 12 || unit === 13 ? 2 : 6;
    else if (unit === 0x22 || unit === 0x5c) size += 2;
    else if (unit < 0x80) size += 1;
    else if (unit < 0x800) size += 2;
    else if (unit < 0xd800 || unit > 0xdfff) size += 3;
    else if (unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) {
      size += 4;
      index += 1;
    } else size += 6; // JSON.stringify escapes half a surrogate pair
  }
  return size;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
