import { Check } from 'lucide-react';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { formatChance, hexOf, spellToken, type LogprobToken, type TokenChance } from './read-logprobs.ts';
import { compactJson } from './summary-text.ts';
import { blankLookOf, lookOf, tokenText } from './token-looks.tsx';

/** More alternatives than this stand in further columns. */
const MOST_ROWS = 5;

type TokenDetailsProps = {
  readonly token: LogprobToken;
  /** The JSON Pointer of the token, where it has a place. */
  readonly dataPath: string | undefined;
  readonly index: number;
  readonly count: number;
  /** The most alternatives that any token of the text has: the room for them is always kept, so that nothing jumps. */
  readonly mostAlternatives: number;
};

/** What is known about one token, always as tall. */
export function TokenDetails({ token, dataPath, index, count, mostAlternatives }: TokenDetailsProps) {
  const rows = Math.min(MOST_ROWS, mostAlternatives);
  return (
    <section
      aria-label="Token"
      data-path={dataPath}
      tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways where it is narrow
      className="sticky bottom-0 z-1 mt-2 overflow-x-auto overflow-y-hidden rounded-md border border-line-strong bg-raised px-2.5 pt-1.5 text-sm whitespace-nowrap [scrollbar-width:thin]"
      // A fixed height, with room for a scroll bar: some tokens are wider than others.
      style={{ height: `${4 + rows * 1.375}rem` }}
    >
      <p className="flex h-6 items-center gap-x-3">
        <TokenCode chance={token} />
        <span className="font-semibold tabular-nums">{formatChance(token.probability)}</span>
        <Fact name="logprob" value={token.logprob === null ? 'not sent' : String(token.logprob)} />
        <span className="text-tertiary">{rankOf(token)}</span>
      </p>
      <p className="flex h-5 items-center gap-x-3">
        <span className="text-tertiary tabular-nums">
          {formatNumber(index + 1)} of {formatNumber(count)}
        </span>
        <Fact name="bytes" value={token.bytes === null ? 'not sent' : token.bytes.length === 0 ? 'none' : hexOf(token.bytes)} />
        <Rest rest={token.rest} />
      </p>
      {rows === 0 ? null : (
        <ol
          aria-label="Most likely tokens"
          className="mt-0.5 grid auto-cols-[minmax(19.5rem,1fr)] grid-flow-col gap-x-4 border-t border-line pt-0.5"
          style={{ gridTemplateRows: `repeat(${rows}, 1.375rem)` }}
        >
          {token.alternatives.map((chance, rank) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li
              key={rank}
              data-path={dataPath === undefined ? undefined : `${dataPath}/top_logprobs/${rank}`}
              className="flex min-w-0 items-center gap-2"
            >
              <Alternative chance={chance} isChosen={isSameToken(chance, token)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Alternative({ chance, isChosen }: { readonly chance: TokenChance; readonly isChosen: boolean }) {
  return (
    <>
      <span className="w-3.5 shrink-0 text-good">{isChosen ? <Check size={13} aria-label="chosen" /> : null}</span>
      <span className="w-24 shrink-0 truncate" title={chance.bytes === null ? undefined : `bytes ${hexOf(chance.bytes)}`}>
        <TokenCode chance={chance} isPlain />
      </span>
      <span aria-hidden className="h-1.5 w-14 shrink-0 overflow-hidden rounded-full bg-inset ring-1 ring-line">
        <span className="block h-full bg-message" style={{ width: `${(chance.probability ?? 0) * 100}%` }} />
      </span>
      <span className="w-15 shrink-0 text-right tabular-nums">{formatChance(chance.probability)}</span>
      <span className="shrink-0 text-xs text-tertiary tabular-nums">{chance.logprob ?? 'no logprob'}</span>
      <Rest rest={chance.rest} />
    </>
  );
}

function TokenCode({ chance, isPlain = false }: { readonly chance: TokenChance; readonly isPlain?: boolean }) {
  const spelled = spellToken(chance);
  const look = isPlain ? '' : `ring-1 ring-line ${lookOf(chance.probability)}`;
  return (
    <code dir="auto" className={`rounded-[2px] bg-bg px-1 font-mono text-sm whitespace-pre underline-offset-3 ${look}`}>
      <span className={blankLookOf(spelled)}>{tokenText(spelled.replaceAll('\n', '⏎'))}</span>
    </code>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <span>
      <span className="text-tertiary">{name}</span> <code className="font-mono text-secondary">{value}</code>
    </span>
  );
}

function Rest({ rest }: { readonly rest: TokenChance['rest'] }) {
  return Object.keys(rest).length === 0 ? null : <code className="font-mono text-secondary">{compactJson(rest, 2_000)}</code>;
}

/** Where the chosen token stands among the most likely ones: a sampled token need not be one of them, nor the list be sorted. */
function rankOf(token: LogprobToken): string {
  const { alternatives } = token;
  if (alternatives.length === 0) return '';
  if (!alternatives.some((chance) => isSameToken(chance, token))) return `not among the ${formatNumber(alternatives.length)} listed`;
  const better = alternatives.filter(({ logprob }) => logprob !== null && token.logprob !== null && logprob > token.logprob).length;
  return better === 0 ? 'the most likely' : `${formatCount(better, 'other')} ${better === 1 ? 'was' : 'were'} more likely`;
}

function isSameToken(chance: TokenChance, token: TokenChance): boolean {
  if (chance.token !== token.token) return false;
  return chance.bytes === null || token.bytes === null || hexOf(chance.bytes) === hexOf(token.bytes);
}
