import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { JsonValue } from '#base/json.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import type { ItemContext } from './item-definition.ts';
import { ItemLink } from './item-link.tsx';

type ItemActionsProps = {
  readonly item: JsonValue;
  readonly partner: ItemContext['partner'];
  /** True for an output or an answer, whose partner is the call before it. */
  readonly isAnswer: boolean;
  readonly linkTo: string;
  readonly isOpen: boolean;
  readonly position: number;
};

/** What can be done with an item, beside its line. On a closed item they show when the pointer or the focus is there. */
export function ItemActions({ item, partner, isAnswer, linkTo, isOpen, position }: ItemActionsProps) {
  const quiet = isOpen
    ? ''
    : 'absolute inset-y-0 right-full rounded-md bg-raised pl-2 opacity-0 group-focus-within/item:opacity-100 group-hover/item:opacity-100 pointer-coarse:pointer-events-none pointer-coarse:group-focus-within/item:pointer-events-auto';
  return (
    <div className="relative flex shrink-0 items-center self-stretch">
      {partner === null ? null : <PartnerJump partner={partner} isAnswer={isAnswer} />}
      <div className={`flex items-center ${isOpen ? 'pr-1' : ''} ${quiet}`}>
        <CopyButton text={() => JSON.stringify(item, null, 2)} label="Copy item as JSON" iconOnly />
        <ItemLink href={linkTo} position={position} />
      </div>
    </div>
  );
}

function PartnerJump({ partner, isAnswer }: { readonly partner: NonNullable<ItemContext['partner']>; readonly isAnswer: boolean }) {
  return (
    <button
      type="button"
      onClick={partner.onJump}
      className="mr-1 inline-flex h-6 items-center gap-1 rounded px-1.5 text-sm text-secondary hover:bg-inset hover:text-text"
    >
      {isAnswer ? <ArrowLeft size={12} aria-hidden /> : null}
      {isAnswer ? 'Call' : 'Output'}: @{partner.position}
      {isAnswer ? null : <ArrowRight size={12} aria-hidden />}
    </button>
  );
}
