import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { firstFew, lineOf } from './summary-text.ts';

/** So many names fit one line. */
const MOST_NAMES = 20;

/** The names of a list of tools, as many as one line holds, those of a namespace after its own; a tool without a name by its type. */
export function toolNames(tools: JsonValue | undefined): string {
  return firstFew(
    arrayOf(tools)
      .slice(0, 2 * MOST_NAMES)
      .flatMap(namesOf),
    MOST_NAMES,
  );
}

function namesOf(tool: JsonValue): readonly string[] {
  const fields = objectOf(tool);
  const name = lineOf(stringOf(fields?.['name']) ?? stringOf(fields?.['server_label']) ?? stringOf(fields?.['type']) ?? 'unnamed');
  const inner = arrayOf(fields?.['type'] === 'namespace' ? fields['tools'] : undefined).slice(0, MOST_NAMES);
  return inner.length === 0 ? [name] : inner.map((each) => `${name}.${lineOf(stringOf(objectOf(each)?.['name']) ?? 'unnamed')}`);
}
