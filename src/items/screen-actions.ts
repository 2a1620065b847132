import { formatCount } from '#base/format-number.ts';
import { arrayOf, isJsonArray, isJsonObject, numberOf, objectOf, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import type { ExpectedFields } from './expected-fields.tsx';
import { compactJson, lineOf, quoted } from './summary-text.ts';

export type ScreenPoint = { readonly x: number; readonly y: number };

/** Something a model does with a computer, in words and as places on its screen. */
export type ScreenAction = {
  /** As sent. */
  readonly fields: JsonObject;
  /** "left click at 412, 230", "press CTRL+L", on one line. */
  readonly words: string;
  /** Where it happens: one point, the way of a drag, or none. */
  readonly points: readonly ScreenPoint[];
  /** Which of the fields the words say. */
  readonly said: ExpectedFields;
};

const isNumber = (value: JsonValue) => typeof value === 'number';
const POINT: ExpectedFields = { x: isNumber, y: isNumber };
const HELD: ExpectedFields = { keys: isWords };

/** What the words of each known action tell. */
const SAID: Readonly<Record<string, ExpectedFields>> = {
  click: { ...POINT, ...HELD, button: 'string' },
  double_click: { ...POINT, ...HELD },
  move: { ...POINT, ...HELD },
  scroll: { ...POINT, ...HELD, scroll_x: isNumber, scroll_y: isNumber },
  drag: { ...HELD, path: (value) => isJsonArray(value) && value.every(isPoint) },
  keypress: { keys: isWords },
  type: { text: 'string' },
  wait: {},
  screenshot: {},
};

/** The actions of a call: `actions`, or the one `action` of older calls. What is no object is left out. */
export function screenActionsOf(call: JsonObject | undefined): readonly ScreenAction[] {
  const actions = arrayOf(call?.['actions']).filter(isJsonObject);
  const single = objectOf(call?.['action']);
  return (actions.length === 0 && single !== null ? [single] : actions).map(readAction);
}

function readAction(fields: JsonObject): ScreenAction {
  const type = stringOf(fields['type']) ?? '';
  const said: ExpectedFields = { type: 'string', ...(Object.hasOwn(SAID, type) ? SAID[type] : {}) };
  return { fields, words: wordsOf(type, fields), points: pointsOf(fields), said };
}

function wordsOf(type: string, fields: JsonObject): string {
  const at = fields['x'] === undefined || fields['y'] === undefined ? '' : `at ${spell(fields['x'])}, ${spell(fields['y'])}`;
  const held = keysOf(fields) === '' ? '' : `with ${keysOf(fields)} held`;
  switch (type) {
    case 'click':
      return sentence(lineOf(stringOf(fields['button']) ?? ''), 'click', at, held);
    case 'double_click':
      return sentence('double click', at, held);
    case 'move':
      return sentence(at === '' ? 'move the pointer' : `move the pointer to ${at.slice(3)}`, held);
    case 'scroll':
      return sentence('scroll', scrollWords(fields), at, held);
    case 'drag':
      return sentence('drag', dragWords(pointsOf(fields)), held);
    case 'keypress':
      return sentence('press', keysOf(fields) || 'no key');
    case 'type':
      return sentence('type', quoted(fields['text']) ?? 'nothing');
    case 'screenshot':
      return 'take a screenshot';
    case 'wait':
      return 'wait';
    default:
      return sentence(lineOf(type).replaceAll('_', ' ') || 'an action without a type', at, held);
  }
}

function sentence(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** "down 300", "right 20 and up 5". Positive is down and to the right, as on the wire. */
function scrollWords(fields: JsonObject): string {
  const [x, y] = scrollOf(fields);
  const down = y === 0 ? '' : `${y > 0 ? 'down' : 'up'} ${Math.abs(y)}`;
  const right = x === 0 ? '' : `${x > 0 ? 'right' : 'left'} ${Math.abs(x)}`;
  return [down, right].filter((part) => part !== '').join(' and ') || 'by nothing';
}

/** How far an action scrolls to the right and down. */
export function scrollOf(fields: JsonObject): readonly [x: number, y: number] {
  return [numberOf(fields['scroll_x']) ?? 0, numberOf(fields['scroll_y']) ?? 0];
}

function dragWords(points: readonly ScreenPoint[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return 'along no path';
  const over = points.length > 2 ? `over ${formatCount(points.length - 2, 'point')} ` : '';
  return `from ${pointWords(first)} ${over}to ${pointWords(last)}`;
}

export function pointWords({ x, y }: ScreenPoint): string {
  return `${x}, ${y}`;
}

function keysOf(fields: JsonObject): string {
  return arrayOf(fields['keys']).map(spell).join('+');
}

/** The place of an action, or the places that its path goes over; what is no place is left out. */
function pointsOf(fields: JsonObject): readonly ScreenPoint[] {
  const path = arrayOf(fields['path']).flatMap(pointIn);
  return path.length > 0 ? path : pointIn(fields);
}

function pointIn(value: JsonValue): readonly ScreenPoint[] {
  const x = numberOf(objectOf(value)?.['x']);
  const y = numberOf(objectOf(value)?.['y']);
  return x === null || y === null ? [] : [{ x, y }];
}

function isPoint(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(value).every((name) => name === 'x' || name === 'y') &&
    isNumber(value['x'] ?? null) &&
    isNumber(value['y'] ?? null)
  );
}

function isWords(value: JsonValue): boolean {
  return isJsonArray(value) && value.every((word) => typeof word === 'string' && word.length < 40);
}

function spell(value: JsonValue | undefined): string {
  return typeof value === 'string' ? lineOf(value) : compactJson(value ?? null, 40);
}
