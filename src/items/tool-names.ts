import { arrayOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { lineOf } from './summary-text.ts';

/** The names of a list of tools, as many as one line holds; a tool without a name by its type. */
export function toolNames(tools: JsonValue | undefined): string {
  return arrayOf(tools)
    .slice(0, 20)
    .map((tool) =>
      lineOf(
        stringOf(objectOf(tool)?.['name']) ?? stringOf(objectOf(tool)?.['server_label']) ?? stringOf(objectOf(tool)?.['type']) ?? 'unnamed',
      ),
    )
    .join(', ');
}
