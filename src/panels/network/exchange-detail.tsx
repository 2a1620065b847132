import { formatBytes } from '#base/format-bytes.ts';
import { formatDuration } from '#base/format-duration.ts';
import { formatCount } from '#base/format-number.ts';
import { formatLocalTime, formatUtcTime } from '#base/format-time.ts';
import { visibleText } from '#base/visible-text.ts';
import { curlCommand } from '#formats/export/curl.ts';
import type { HeaderPair } from '#protocol/connection.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { Banner } from '#ui/banner.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { failureWords } from './exchange-words.ts';
import { HiddenHeaders } from './hidden-headers.tsx';
import { TimingBar, TimingLegend } from './timing-bar.tsx';
import { durationOf, phasesOf, phaseWords, spanOf } from './timing.ts';

/** One request: what was asked, how long each phase took, what came back. */
export function ExchangeDetail({ exchange, expansion }: { readonly exchange: Exchange; readonly expansion: Expansion }) {
  const { method, url, requestHeaders, responseHeaders, failure } = exchange;
  const curl = curlCommand({ url, headers: requestHeaders, method });
  return (
    <>
      {failure === null ? null : (
        <Banner kind="warning" title="This request failed">
          {visibleText(failureWords(failure, exchange.status !== null))}
        </Banner>
      )}
      <DisclosureSection
        title="Request"
        summary="as curl, without its key"
        expansion={expansion}
        actions={<CopyButton text={curl} label="Copy as curl" />}
      >
        <pre className="my-1 rounded border border-line bg-raised px-2.5 py-1.5 font-mono text-sm break-all whitespace-pre-wrap">
          {curl}
        </pre>
        <Headers headers={[{ name: 'URL', value: url }, ...requestHeaders]} none="" />
      </DisclosureSection>
      <DisclosureSection title="Timing" summary={totalWords(exchange)} expansion={expansion}>
        <Timing exchange={exchange} />
      </DisclosureSection>
      <DisclosureSection
        title="Response headers"
        summary={`${formatCount(responseHeaders.length, 'header')} readable`}
        expansion={expansion}
      >
        <Headers
          headers={responseHeaders}
          none={exchange.status === null ? 'No answer, so no headers.' : 'The browser lets this page read none.'}
        />
        {exchange.status === null ? null : <HiddenHeaders url={url} />}
      </DisclosureSection>
    </>
  );
}

function Headers({ headers, none }: { readonly headers: readonly HeaderPair[]; readonly none: string }) {
  if (headers.length === 0) return <p className="py-1 text-secondary">{none}</p>;
  return (
    <FieldRows>
      {headers.map(({ name, value }, index) => (
        <FieldRow key={`${index} ${name}`} name={name} copy={value}>
          <span className="font-mono text-sm break-all">{visibleText(value)}</span>
        </FieldRow>
      ))}
    </FieldRows>
  );
}

function totalWords(exchange: Exchange): string {
  const duration = durationOf(exchange);
  return duration === null ? 'nothing heard yet' : `${formatDuration(duration)} for ${formatBytes(exchange.bytes)}`;
}

function Timing({ exchange }: { readonly exchange: Exchange }) {
  const started = new Date(exchange.timings.startedAt);
  return (
    <>
      <div className="flex max-w-3xl flex-col gap-1.5 py-1.5">
        <TimingBar exchange={exchange} span={spanOf([exchange])} />
        <TimingLegend />
      </div>
      <FieldRows>
        <FieldRow name="started" isWireName={false} copy={started.toISOString()}>
          <time dateTime={started.toISOString()} title={formatUtcTime(started)}>
            {formatLocalTime(started)}
          </time>
        </FieldRow>
        {phasesOf(exchange).map((phase) => (
          <FieldRow key={phase.name} name={`${formatDuration(phase.from)} to ${formatDuration(phase.to)}`} isWireName={false}>
            {phaseWords(phase, exchange)}
          </FieldRow>
        ))}
      </FieldRows>
      <p className="py-1 text-sm text-tertiary">
        Measured around fetch by this page: connecting and the browser’s own queue are part of the waiting.
      </p>
    </>
  );
}
