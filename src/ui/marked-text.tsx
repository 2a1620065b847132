/** A place in a text, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

type MarkedTextProps = {
  readonly text: string;
  /** What to mark, from left to right and without overlaps; what reaches out of the text is cut. */
  readonly spans: readonly Span[];
  /** The one of them, or another, that is marked more strongly. */
  readonly current?: Span | null;
  /** Whether the current one is a match, or a place that was chosen. */
  readonly currentIs?: 'found' | 'chosen';
  /** How a part of the text is written, e.g. with escapes. */
  readonly draw?: ((part: string) => string) | undefined;
};

/** A text with what was found in it marked. The spans count in the text itself, whatever `draw` makes of it. */
export function MarkedText({ text, spans, current = null, currentIs = 'found', draw = asItIs }: MarkedTextProps) {
  const parts = partsOf(text, spans, current);
  if (parts.length === 1 && parts[0]?.mark === null) return draw(text);
  return parts.map(({ start, end, mark }) => {
    const part = draw(text.slice(start, end));
    if (mark === null) return <span key={start}>{part}</span>;
    return (
      <mark
        key={start}
        data-current={mark === 'current' ? '' : undefined}
        className={mark === 'current' && currentIs === 'chosen' ? CHOSEN : LOOKS[mark]}
      >
        {part}
      </mark>
    );
  });
}

const LOOKS = { found: 'bg-found text-on-found', current: 'bg-found-current text-on-found-current' };

const CHOSEN = 'bg-selected text-text outline outline-accent';

type Part = Span & { readonly mark: 'found' | 'current' | null };

function partsOf(text: string, spans: readonly Span[], current: Span | null): readonly Part[] {
  const others = current === null ? spans : spans.filter(({ start, end }) => end <= current.start || start >= current.end);
  const marked: Part[] = others.map(({ start, end }) => ({ start, end, mark: 'found' }));
  if (current !== null) marked.push({ ...current, mark: 'current' });
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, mark } of marked.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (from >= to) continue;
    if (from > at) parts.push({ start: at, end: from, mark: null });
    parts.push({ start: from, end: to, mark });
    at = to;
  }
  if (at < text.length || parts.length === 0) parts.push({ start: at, end: text.length, mark: null });
  return parts;
}

function asItIs(part: string): string {
  return part;
}
