import type { ReactNode } from 'react';
import { ArrowLeft, ArrowRight, Braces, Ellipsis } from 'lucide-react';
import { stringOf, type JsonPath, type JsonValue } from '#base/json.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import type { ItemContext } from './item-definition.ts';
import { usePlaceActions } from '#ui/place-actions.tsx';
import { ItemLink } from './item-link.tsx';
import { placeOf } from './item-threads.ts';

type ItemActionsProps = {
  readonly item: JsonValue;
  /** Where the item stands in its document. */
  readonly path: JsonPath | null;
  readonly partner: ItemContext['partner'];
  /** True for an output or an answer, whose partner is the call before it. */
  readonly isAnswer: boolean;
  readonly linkTo: string;
  readonly isOpen: boolean;
  /** True once the pointer or the focus was there: the buttons of closed items that nobody came near to are not made, lists have thousands. */
  readonly isReached: boolean;
  readonly position: number;
};

/** What can be done with an item, beside its line. On a closed item they show while the pointer or the focus is there. */
export function ItemActions({ item, path, partner, isAnswer, linkTo, isOpen, isReached, position }: ItemActionsProps) {
  const quiet = isOpen
    ? ''
    : 'invisible absolute inset-y-0 right-full rounded-md bg-raised pl-2 group-focus-within/item:visible pointer-fine:group-hover/item:visible';
  return (
    <div className="relative flex shrink-0 items-center self-stretch">
      {partner === null ? null : <PartnerJump partner={partner} isAnswer={isAnswer} />}
      {isOpen || isReached ? (
        <div className={`flex items-center ${isOpen ? 'pr-1' : ''} ${quiet}`}>
          <CopyButton text={() => JSON.stringify(item, null, 2)} label="Copy item as JSON" iconOnly />
          <ItemLink href={linkTo} position={position} />
          {path === null ? null : <PlaceButtons path={path} position={position} />}
        </div>
      ) : null}
    </div>
  );
}

/** The item in the raw body, and everything else that can be done with it. */
function PlaceButtons({ path, position }: { readonly path: JsonPath; readonly position: number }) {
  const { elsewhere, show, openMenu } = usePlaceActions();
  const raw = elsewhere(path).find(({ view }) => view === 'raw');
  return (
    <>
      {raw === undefined ? null : (
        <IconButton label={`Show item ${position} in ${raw.title}`} onPress={() => show(raw.view, path)}>
          <Braces size={13} aria-hidden />
        </IconButton>
      )}
      {openMenu === null ? null : (
        <IconButton label={`More for item ${position}`} hasMenu onPress={openMenu}>
          <Ellipsis size={13} aria-hidden />
        </IconButton>
      )}
    </>
  );
}

type IconButtonProps = {
  readonly label: string;
  readonly hasMenu?: boolean;
  readonly onPress: (button: HTMLElement) => void;
  readonly children: ReactNode;
};

function IconButton({ label, hasMenu = false, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hasMenu ? 'More' : label}
      aria-haspopup={hasMenu ? 'menu' : undefined}
      onClick={({ currentTarget }) => onPress(currentTarget)}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded text-secondary hover:bg-inset hover:text-text"
    >
      {children}
    </button>
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
      <span>
        <span className="@max-md:sr-only">{nameOfPartner(stringOf(partner.item['type']), isAnswer)}: </span>
        {placeOf(partner)}
      </span>
      {isAnswer ? null : <ArrowRight size={12} aria-hidden />}
    </button>
  );
}

function nameOfPartner(type: string | null, isAnswer: boolean): string {
  if (type === 'mcp_approval_response') return 'Answer';
  if (type === 'mcp_approval_request') return 'Request';
  return isAnswer ? 'Call' : 'Output';
}
