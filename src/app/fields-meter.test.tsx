// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { arrayOf, type JsonObject } from '#base/json.ts';
import { fieldMeterOf, type FieldCount } from '#model/field-meter.ts';
import { loadPriceList } from '#model/price-list.ts';
import type { Recording } from '#model/recording.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { OutputPanel } from '#panels/output/output-panel.tsx';
import { RequestPanel } from '#panels/request/request-panel.tsx';
import { UsagePanel } from '#panels/usage/usage-panel.tsx';
import { parseUrlState } from '#state/url-state.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { elementsByPath, misplacedTexts } from '#testing/field-places.ts';
import { disagreements, fieldsIn, PartReader, readPagePart } from '#testing/shown-fields.ts';
import { TreeOpeningContext } from '#ui/tree-opening.ts';

beforeAll(() => loadPriceList());
afterEach(cleanup);

const ALL = { to: 'all', count: 1 } as const;
const ALL_LEVELS = { levels: Number.POSITIVE_INFINITY, pages: 'all' } as const;
const NO_DRAWER = { isOpen: false, onClose: () => undefined };

/** Opens every tab, item and branch that shows fields of `response`, and answers the page, the meter's count and the parts of the page. */
async function openEverything(response: JsonObject) {
  const meter = fieldMeterOf(response);
  const recording: Recording = {
    kind: 'json',
    source: { kind: 'api', responseId: 'resp_1', baseUrl: '/sample/v1', parameters: NO_PARAMETERS, requestId: null },
    bytes: new Uint8Array(),
    text: '',
    response: meter.response,

    receivedAt: 0,
  };
  const url = parseUrlState('/responses/resp_1', '');
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <TreeOpeningContext value={ALL_LEVELS}>
        <section>
          <OutputPanel recording={recording} expansion={ALL} url={url} railDrawer={NO_DRAWER} />
        </section>
        <section>
          <RequestPanel recording={recording} expansion={ALL} />
          <UsagePanel recording={recording} expansion={ALL} />
        </section>
      </TreeOpeningContext>
    </QueryClientProvider>,
  );
  const count = arrayOf(response['output']).length;
  // Long lists mount a few items at a time.
  await waitFor(() => expect(container.querySelectorAll('article[data-position]')).toHaveLength(count), { interval: 5 });
  const items = [...container.querySelectorAll('article[data-position]')];
  const rendered = [container, ...items].map(readPagePart);
  for (const button of container.querySelectorAll('button[aria-pressed="false"]'))
    if (button.textContent === 'Source') fireEvent.click(button);
  const [page, ...itemReaders] = [container, ...items].map(readPagePart).map((source, index) => new PartReader(source, rendered[index]));
  const counted = finished(meter.count());
  for (const button of container.querySelectorAll('button')) if (button.textContent === 'Probabilities') fireEvent.click(button);
  return {
    container,
    count: counted,
    readerFor: (position: number | null) => (position === null ? page : itemReaders[position]),
  };
}

function finished(counting: Generator<undefined, FieldCount>): FieldCount {
  for (;;) {
    const step = counting.next();
    if (step.done === true) return step.value;
  }
}

describe('the fields meter and the page', () => {
  it.each(loadSamples().map(({ entry, body }) => [entry.id, body] as const))('agree on %s', async (_, body) => {
    const { container, count, readerFor } = await openEverything(body);
    const onlyInRaw = count.onlyInRawPaths.map(formatDotPath);
    const closed = count.closedPlaces.map(({ path }) => formatDotPath(path));
    expect(disagreements(body, { total: count.total, closed, onlyInRaw }, readerFor)).toEqual([]);
    expect(onlyInRaw).toEqual([]);
    expect(count.total).toBe(fieldsIn(body).length);
    expect(misplacedTexts(body, container)).toEqual([]);
  });

  it('agree that a credential stands in Raw only, and that nothing else of its tool does', async () => {
    const tool = { type: 'mcp', server_label: 'orders', authorization: 'Bearer of good news', headers: { 'X-Shop': 'open sesame' } };
    const { count, readerFor } = await openEverything({ output: [], tools: [tool] });
    expect(count.onlyInRawPaths.map(formatDotPath)).toEqual(['tools[0].authorization', 'tools[0].headers["X-Shop"]']);
    expect(readerFor(null)?.shows({ path: ['tools', 0, 'server_label'], value: 'orders' })).toBe(true);
    for (const value of ['Bearer of good news', 'open sesame']) {
      expect(readerFor(null)?.shows({ path: ['tools', 0, 'authorization'], value })).toBe(false);
    }
  });

  it('agree that the numbers of Usage have places of their own', async () => {
    const usage = { input_tokens: 5, input_tokens_details: { cached_tokens: 2 }, output_tokens: 3, total_tokens: 8, seconds: { gpu: 0.5 } };
    const { container } = await openEverything({ output: [], usage });
    const elements = elementsByPath(container);
    const pointers = fieldsIn({ usage }).map(({ path }) => formatJsonPointer(path));
    expect(pointers.filter((pointer) => !elements.has(pointer))).toEqual([]);
  });
});
