import { stringOf } from '#base/json.ts';
import { isUnfinishedItem, itemsIn, nameOf } from '#model/problems/response-places.ts';
import { RESPONSE_OBJECT } from '#model/problems/rule-references.ts';
import type { ResponseRule } from '#model/problems/rule.ts';

/** Info: OpenAI does so with several kinds of call, and what they brought is there. */
export const callLeftOpen: ResponseRule = {
  id: 'call-left-open',
  severity: 'info',
  title: 'Item left in progress',
  proves: 'The response is completed, but the status of an item in it says that work goes on.',
  suffers: 'Clients that wait for the item’s own status wait forever. The status of the response is the one to go by.',
  reference: RESPONSE_OBJECT,
  *check(subject) {
    if (subject.response['status'] !== 'completed') return;
    for (const placed of itemsIn(subject)) {
      const status = stringOf(placed.item['status']);
      if (isUnfinishedItem(status))
        yield {
          text: `${nameOf(placed)} is ${status} in a completed response`,
          paths: [[...placed.path, 'status']],
          outputIndex: placed.outputIndex,
        };
      yield null;
    }
  },
};
