import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { STREAMING_EVENTS } from '#model/problems/rule-references.ts';
import type { StreamRule } from '#model/problems/rule.ts';

type Shape = 'flat' | 'nested' | 'neither';

export const errorShape: StreamRule = {
  id: 'error-shape',
  severity: 'info',
  title: 'Error event not in the documented shape',
  proves:
    'The reference puts code, message and param on the error event itself. Here they are nested in an object called error, or missing. OpenAI’s own servers nest them, too.',
  suffers:
    'Clients written from the reference find no message and report an error without a reason. OpenAI’s SDKs do the opposite: they throw for the nested shape only, and hand a flat one on like any other event.',
  reference: STREAMING_EVENTS,
  watch(report) {
    const first = new Map<Shape, number>();
    return {
      on: {
        error: ({ json, index }) => {
          const shape = shapeOf(json);
          const other = [...first].find(([known]) => known !== shape);
          if (!first.has(shape)) first.set(shape, index);
          if (other !== undefined)
            report({
              text: `the error in event ${index} is ${WORDS[shape]}, the one in event ${other[1]} ${WORDS[other[0]]}`,
              events: [other[1], index],
            });
          else if (shape !== 'flat')
            report({ text: `the error event is ${WORDS[shape]}: its fields are ${Object.keys(json).join(', ')}`, events: [index] });
        },
      },
    };
  },
};

const WORDS: Readonly<Record<Shape, string>> = {
  flat: 'flat',
  nested: 'nested under error',
  neither: 'without a code and a message',
};

function shapeOf(event: JsonObject): Shape {
  if (objectOf(event['error']) !== null) return 'nested';
  return stringOf(event['message']) === null && stringOf(event['code']) === null ? 'neither' : 'flat';
}
