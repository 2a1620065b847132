import type { KeyboardEvent, ReactNode } from 'react';
import { formatBytes } from '#base/format-bytes.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { Badge } from '#ui/badge.tsx';
import { statusOf } from './exchange-words.ts';
import { TimingBar } from './timing-bar.tsx';
import { durationOf, spanOf } from './timing.ts';

type ExchangeTableProps = {
  readonly exchanges: readonly Exchange[];
  readonly selectedId: number;
  readonly onSelect: (id: number) => void;
};

/** One line per request. Arrow keys walk the list; what has the focus is shown in detail. */
export function ExchangeTable({ exchanges, selectedId, onSelect }: ExchangeTableProps) {
  const span = spanOf(exchanges);
  return (
    <div className="relative overflow-x-auto rounded-md border border-line">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Requests made for this page</caption>
        <thead className="bg-raised text-sm text-secondary">
          <tr>
            <Head>request</Head>
            <Head>status</Head>
            <Head isNumber isExtra>
              size
            </Head>
            <Head isNumber>time</Head>
            <Head>
              <span className="sr-only">timing</span>
            </Head>
            <Head isExtra>started</Head>
          </tr>
        </thead>
        <tbody>
          {exchanges.map((exchange) => (
            <Row key={exchange.id} exchange={exchange} span={span} isSelected={exchange.id === selectedId} onSelect={onSelect} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `isExtra` columns leave on narrow screens; the detail below says the same. */
function Head({
  isNumber = false,
  isExtra = false,
  children,
}: {
  readonly isNumber?: boolean;
  readonly isExtra?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <th scope="col" className={`h-7 px-2 font-normal whitespace-nowrap ${isNumber ? 'text-right' : ''} ${isExtra ? 'max-sm:hidden' : ''}`}>
      {children}
    </th>
  );
}

type RowProps = Pick<ExchangeTableProps, 'onSelect'> & {
  readonly exchange: Exchange;
  readonly span: ReturnType<typeof spanOf>;
  readonly isSelected: boolean;
};

function Row({ exchange, span, isSelected, onSelect }: RowProps) {
  const duration = durationOf(exchange);
  const started = new Date(exchange.timings.startedAt);
  return (
    <tr className={`h-7 border-t border-line ${isSelected ? 'bg-selected' : 'hover:bg-raised'}`} onClick={() => onSelect(exchange.id)}>
      <th scope="row" className="w-1/2 max-w-0 px-2 sm:min-w-44 font-normal">
        <Choose exchange={exchange} isSelected={isSelected} onSelect={onSelect} />
      </th>
      <td className="px-2">
        <Status exchange={exchange} />
      </td>
      <td className="px-2 text-right whitespace-nowrap max-sm:hidden">{exchange.status === null ? '–' : formatBytes(exchange.bytes)}</td>
      <td className="px-2 text-right whitespace-nowrap">{duration === null ? '–' : formatDuration(duration)}</td>
      <td className="w-24 px-2 sm:w-40">
        <TimingBar exchange={exchange} span={span} />
      </td>
      <td
        className="px-2 text-sm whitespace-nowrap text-secondary max-sm:hidden"
        title={`${formatLocalTime(started)} here, ${formatUtcTime(started)}`}
      >
        {formatLocalTime(started).slice(11)}
      </td>
    </tr>
  );
}

/** On a ground of its own: the tint of a selected row would take its contrast. */
function Status({ exchange }: { readonly exchange: Exchange }) {
  const { tone, text } = statusOf(exchange);
  return (
    <span className="inline-flex rounded-full bg-bg">
      <Badge tone={tone}>{text}</Badge>
    </span>
  );
}

/** Arrow keys walk from here; a row that gets the focus is the selected one. */
function Choose({ exchange, isSelected, onSelect }: Omit<RowProps, 'span'>) {
  return (
    <button
      type="button"
      aria-current={isSelected}
      title={exchange.url}
      onFocus={() => onSelect(exchange.id)}
      onKeyDown={walk}
      className="flex w-full items-baseline gap-x-2 text-left max-sm:flex-wrap max-sm:py-1"
    >
      <span className="shrink-0 sm:w-20 text-secondary">{exchange.purpose}</span>
      <span className="shrink-0 font-mono text-sm font-medium">{exchange.method}</span>
      <span className="min-w-0 truncate font-mono text-sm max-sm:basis-full">{requestName(exchange.url)}</span>
    </button>
  );
}

/** The last part of the path and the query, as browser DevTools name a request; the detail says the whole URL. */
function requestName(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname.slice(pathname.lastIndexOf('/') + 1)}${search}`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const buttons = [...(event.currentTarget.closest('tbody')?.querySelectorAll('button') ?? [])];
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (!(next instanceof HTMLButtonElement)) return;
  next.focus();
  event.preventDefault();
}
