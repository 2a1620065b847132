import { memo, useMemo, type KeyboardEvent, type SyntheticEvent } from 'react';
import { visibleText } from '#base/visible-text.ts';
import { formatChance, spellToken, type LogprobToken } from './read-logprobs.ts';
import { neighbourOf } from './token-neighbours.ts';
import { blankLookOf, lookOf, tokenText } from './token-looks.tsx';

/** Tokens that are drawn together. */
const GROUP = 100;

const LOOK =
  'scroll-mb-48 rounded-[2px] border-r border-line-strong underline-offset-3 hover:bg-selected aria-selected:outline-2 aria-selected:outline-accent';

type TokenFieldProps = {
  readonly tokens: readonly LogprobToken[];
  /** The JSON Pointer of the list of tokens, where it has a place. */
  readonly dataPath: string | undefined;
  /** The token that Tab reaches. */
  readonly current: number;
  readonly label: string;
  readonly onFocus: (index: number) => void;
  /** Null when the pointer leaves. */
  readonly onHover: (index: number | null) => void;
};

/** Text as its tokens, coloured by how likely each was. One stop for Tab; arrow keys walk from token to token. */
export const TokenField = memo(function TokenField({ tokens, dataPath, current, label, onFocus, onHover }: TokenFieldProps) {
  const groups = useMemo(() => groupsOf(tokens), [tokens]);
  const tell = (event: SyntheticEvent, listener: (index: number) => void) => {
    const index = indexOf(event.target);
    if (index !== null) listener(index);
  };
  return (
    <div
      role="listbox"
      aria-label={label}
      aria-orientation="horizontal"
      dir="auto"
      tabIndex={-1}
      onFocus={(event) => tell(event, onFocus)}
      onPointerOver={(event) => tell(event, onHover)}
      onPointerLeave={() => onHover(null)}
      onKeyDown={moveFocus}
      className="max-w-[96ch] leading-6 wrap-anywhere whitespace-pre-wrap"
    >
      {groups.map((group, position) => (
        <TokenGroup
          // oxlint-disable-next-line react/no-array-index-key
          key={position}
          tokens={group}
          dataPath={dataPath}
          first={position * GROUP}
          current={Math.floor(current / GROUP) === position ? current : null}
        />
      ))}
    </div>
  );
});

type TokenGroupProps = Pick<TokenFieldProps, 'tokens' | 'dataPath'> & { readonly first: number; readonly current: number | null };

/** Memoised: there are thousands of tokens, and an arrow key changes two of them. */
const TokenGroup = memo(function TokenGroup({ tokens, dataPath, first, current }: TokenGroupProps) {
  return tokens.map((token, offset) => {
    const index = first + offset;
    const spelled = spellToken(token);
    const isCurrent = index === current;
    return (
      <span
        key={index}
        role="option"
        aria-selected={isCurrent}
        aria-label={`${visibleText(spelled)}, ${formatChance(token.probability)}`}
        tabIndex={isCurrent ? 0 : -1}
        data-token={index}
        data-path={dataPath === undefined ? undefined : `${dataPath}/${index}`}
        className={`${LOOK} ${lookOf(token.probability)} ${blankLookOf(spelled)}`}
      >
        {tokenText(spelled)}
      </span>
    );
  });
});

function groupsOf(tokens: readonly LogprobToken[]): readonly (readonly LogprobToken[])[] {
  return Array.from({ length: Math.ceil(tokens.length / GROUP) }, (_, position) => tokens.slice(position * GROUP, (position + 1) * GROUP));
}

function indexOf(target: EventTarget): number | null {
  const token = target instanceof Element ? target.closest('[data-token]') : null;
  return token === null ? null : Number(token.getAttribute('data-token'));
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const index = indexOf(event.target);
  if (index === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const tokens = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-token]')];
  const next = neighbourOf(tokens, index, event.key);
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  tokens[next]?.focus();
}
