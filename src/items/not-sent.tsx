import { stringOf, type JsonObject } from '#base/json.ts';
import type { ItemContext } from './item-definition.ts';
import { Quiet } from './labelled.tsx';

const RUNNING = new Set(['queued', 'in_progress', 'searching', 'interpreting', 'generating']);

/** True while what is missing may still come. */
export function isRunning(item: JsonObject, context: ItemContext): boolean {
  return context.isUnfinished || RUNNING.has(stringOf(item['status']) ?? '');
}

/** Says that servers leave `what` out unless it is asked for, and how to ask. */
export function NotIncluded({ what, include }: { readonly what: string; readonly include: string }) {
  return (
    <Quiet>
      {what} not sent: ask with <code className="font-mono text-sm wrap-anywhere">include={include}</code>
    </Quiet>
  );
}
