import { INCLUDE_VALUES } from '#protocol/parameters.ts';
import { Refusal } from './errors.ts';

export type IncludeValue = (typeof INCLUDE_VALUES)[number]['value'];
export type Includes = ReadonlySet<IncludeValue>;

export type RetrieveQuery = {
  readonly include: Includes;
  readonly stream: boolean;
  /** null: from the first event. Has no meaning without `stream`. */
  readonly startingAfter: number | null;
  readonly includeObfuscation: boolean;
};

export type PageQuery = {
  readonly include: Includes;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after: string | null;
};

/** Reads the parameters of `GET /responses/{id}`; throws a 400 that names the first one that is wrong. Others are ignored (Azure's `api-version`). */
export function readRetrieveQuery(query: URLSearchParams): RetrieveQuery {
  return {
    include: readIncludes(query),
    stream: readBoolean(query, 'stream') ?? false,
    startingAfter: readInteger(query, 'starting_after', { minimum: 0 }),
    includeObfuscation: readBoolean(query, 'include_obfuscation') ?? true,
  };
}

/** Reads the parameters of `GET /responses/{id}/input_items`, as above. */
export function readPageQuery(query: URLSearchParams): PageQuery {
  const order = query.get('order') ?? 'desc';
  if (order !== 'asc' && order !== 'desc') throw invalidValue('order', order, ['asc', 'desc']);
  return {
    include: readIncludes(query),
    limit: readInteger(query, 'limit', { minimum: 1, maximum: 100 }) ?? 20,
    order,
    after: query.get('after'),
  };
}

/** `include[]=a&include[]=b` (the SDK), `include=a&include=b` and `include[0]=a`; a comma is part of a value, as with OpenAI. */
function readIncludes(query: URLSearchParams): Includes {
  const values = [...query].filter(([name]) => /^include(\[\d*\])?$/.test(name)).map(([, value]) => value);
  return new Set(values.map(includeValueOf));
}

function includeValueOf(value: string, index: number): IncludeValue {
  const known = INCLUDE_VALUES.find((include) => include.value === value);
  if (known) return known.value;
  const supported = INCLUDE_VALUES.map((include) => include.value);
  throw invalidValue(`include[${index}]`, value, supported);
}

function readBoolean(query: URLSearchParams, name: string): boolean | null {
  const value = query.get(name);
  if (value === null) return null;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Refusal(400, {
    message: `Invalid type for '${name}': '${value}' is neither true nor false.`,
    param: name,
    code: 'invalid_type',
  });
}

function readInteger(
  query: URLSearchParams,
  name: string,
  { minimum, maximum = Infinity }: { minimum: number; maximum?: number },
): number | null {
  const value = query.get(name);
  if (value === null) return null;
  if (!/^-?\d+$/.test(value)) {
    throw new Refusal(400, { message: `Invalid type for '${name}': '${value}' is not an integer.`, param: name, code: 'invalid_type' });
  }
  const number = Number(value);
  if (number < minimum) throw outOfRange(name, `at least ${minimum}`, value, 'integer_below_min_value');
  if (number > maximum) throw outOfRange(name, `at most ${maximum}`, value, 'integer_above_max_value');
  return number;
}

function outOfRange(name: string, bound: string, value: string, code: string): Refusal {
  return new Refusal(400, { message: `Invalid '${name}': it must be ${bound}, not ${value}.`, param: name, code });
}

function invalidValue(param: string, value: string, supported: readonly string[]): Refusal {
  return new Refusal(400, {
    message: `Invalid value for '${param}': '${value}'. It may be ${supported.join(', ')}.`,
    param,
    code: 'invalid_value',
  });
}
