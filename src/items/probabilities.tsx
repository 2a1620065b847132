import { useCallback, useMemo, useRef, useState } from 'react';
import { formatCount, formatNumber } from '#base/format-number.ts';
import type { JsonValue } from '#base/json.ts';
import { markView } from '#base/tracked-json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { Button } from '#ui/button.tsx';
import { formatChance, perplexityOf, readLogprobs, spellsText, spellToken, type LogprobToken } from './read-logprobs.ts';
import { TokenDetails } from './token-details.tsx';
import { TokenField } from './token-field.tsx';
import { BANDS } from './token-looks.tsx';
import { useDataPath } from './item-place.tsx';

/** More tokens than this come on demand: each is an element of its own. */
const MOST_TOKENS = 5_000;

type ProbabilitiesProps = {
  /** The list as it was sent, with at least one entry. */
  readonly logprobs: JsonValue;
  /** What the tokens should spell. */
  readonly text: string;
  readonly label: string;
};

/** How sure the model was, token by token, with what else it could have written. */
export function Probabilities({ logprobs, text, label }: ProbabilitiesProps) {
  markView(logprobs, 'opened');
  const tokens = useMemo(() => readLogprobs(logprobs), [logprobs]);
  const mostAlternatives = useMemo(() => tokens.reduce((most, token) => Math.max(most, token.alternatives.length), 0), [tokens]);
  const [showsAll, setShowsAll] = useState(false);
  const [current, setCurrent] = useState(0);
  const [hovered, setHovered] = useState<number | null>(null);
  const shown = useMemo(() => (showsAll ? tokens : tokens.slice(0, MOST_TOKENS)), [tokens, showsAll]);
  const dataPath = useDataPath();
  const box = useRef<HTMLDivElement>(null);
  const goTo = useCallback((index: number) => {
    box.current?.querySelector<HTMLElement>(`[data-token="${index}"]`)?.focus();
  }, []);
  const index = hovered ?? current;
  const token = tokens[index];
  return (
    <div ref={box} className="min-w-0">
      <Overview tokens={shown} onGo={goTo} />
      {spellsText(tokens, text) ? null : <p className="mb-1 text-sm text-warning">These tokens do not spell the text of this part.</p>}
      <TokenField
        tokens={shown}
        dataPath={dataPath(logprobs)}
        current={current}
        label={`Tokens of ${label}`}
        onFocus={setCurrent}
        onHover={setHovered}
      />
      {shown.length === tokens.length ? null : (
        <Button size="small" className="mt-1" onClick={() => setShowsAll(true)}>
          Show all {formatNumber(tokens.length)} tokens
        </Button>
      )}
      {token === undefined ? null : (
        <TokenDetails
          token={token}
          dataPath={dataPath(logprobs, index)}
          index={index}
          count={tokens.length}
          mostAlternatives={mostAlternatives}
        />
      )}
    </div>
  );
}

/** What to know of all tokens at once, and which colour means what. */
function Overview({ tokens, onGo }: { readonly tokens: readonly LogprobToken[]; readonly onGo: (index: number) => void }) {
  const least = useMemo(() => leastLikely(tokens), [tokens]);
  const perplexity = useMemo(() => perplexityOf(tokens), [tokens]);
  const token = least === null ? undefined : tokens[least];
  return (
    <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-secondary">
      <span>{formatCount(tokens.length, 'token')}</span>
      {perplexity === null ? null : (
        <span title="e to the mean of −logprob: 1 where every token was certain">perplexity {perplexity.toFixed(2)}</span>
      )}
      {least === null || token === undefined ? null : (
        <Button size="small" look="quiet" className="-mx-2 max-w-full" onClick={() => onGo(least)}>
          <span className="truncate">
            least likely “{visibleLine(spellToken(token)) || '␣'}” {formatChance(token.probability)}
          </span>
        </Button>
      )}
      <span role="img" aria-label="Colours and lines by probability" className="inline-flex flex-wrap items-center gap-x-2 text-xs">
        {BANDS.map(({ title, look }) => (
          <span key={title} className={`rounded-[2px] px-1 underline-offset-3 ring-1 ring-line ${look}`}>
            {title}
          </span>
        ))}
      </span>
    </div>
  );
}

function leastLikely(tokens: readonly LogprobToken[]): number | null {
  let least: number | null = null;
  for (const [index, { probability }] of tokens.entries()) {
    if (probability !== null && probability < (least === null ? 1 : (tokens[least]?.probability ?? 1))) least = index;
  }
  return least;
}
