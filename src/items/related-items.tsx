import { ArrowDown, ArrowUp } from 'lucide-react';
import { stringOf, type JsonObject } from '#base/json.ts';
import type { ItemLinkRole } from '#model/item-links.ts';
import { callName } from './call-facts.tsx';
import type { ItemContext, RelatedItem } from './item-definition.ts';
import { placeOf } from './item-threads.ts';
import { mcpErrorLine, mcpName, verdictOf } from './mcp-words.ts';
import { argumentsLine, firstCodeLine, joinFacts, lineOf, quoted } from './summary-text.ts';
import { outputLine } from './tool-output.tsx';

type RelatedItemsProps = {
  readonly context: ItemContext;
  /** Which of the related items, all by default. */
  readonly roles?: readonly ItemLinkRole[];
  /** What the list is: "Calls it made". */
  readonly title: string;
};

/** The other items of a thread, each with what it says and a way there. */
export function RelatedItems({ context, roles, title }: RelatedItemsProps) {
  const related = (context.related ?? []).filter(({ role }) => roles === undefined || roles.includes(role));
  if (related.length === 0) return null;
  return (
    <section aria-label={title} className="min-w-0">
      <p className="text-sm text-tertiary">{title}</p>
      <ol className="mt-0.5 grid min-w-0 grid-cols-[minmax(0,1fr)]">
        {related.map((one) => (
          <li key={`${one.role} ${placeOf(one)}`} className="flex min-h-6 min-w-0 items-center gap-2">
            <Jump related={one} from={context.position} />
            <span className="shrink-0 text-sm text-secondary">{one.role}</span>
            <span className="min-w-0 flex-1 truncate text-sm">{lineOfItem(one.item)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Jump({ related, from }: { readonly related: RelatedItem; readonly from: number }) {
  const isBefore = related.tab === undefined ? related.position < from : related.tab === 'Input';
  const Arrow = isBefore ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={related.onJump}
      aria-label={`Go to the ${related.role}, item ${related.position}${related.tab === undefined ? '' : ` of the ${related.tab} tab`}`}
      className="inline-flex h-6 min-w-14 shrink-0 items-center gap-1 rounded px-1.5 font-mono text-sm text-accent hover:bg-inset"
    >
      <Arrow size={12} aria-hidden />
      {placeOf(related)}
    </button>
  );
}

/** What an item of a thread says, on one line. */
function lineOfItem(item: JsonObject): string {
  const type = stringOf(item['type']) ?? '';
  if (type === 'mcp_approval_response') return joinFacts(verdictOf(item), quoted(item['reason']));
  if (type.endsWith('_output')) return outputLine(item['output'] ?? item['result']);
  if (type === 'program') return firstCodeLine(stringOf(item['code']) ?? '');
  const name = item['server_label'] === undefined ? callName(item, lineOf(type)) : mcpName(item);
  return joinFacts(`${name}(${argumentsLine(item['arguments'] ?? item['input'] ?? item['action'])})`, mcpErrorLine(item['error']));
}
