// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { formatDotPath } from '#base/json-path-text.ts';
import { formatJsonPointer } from '#base/json-pointer.ts';
import { arrayOf, type JsonObject, type JsonPath } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { NO_PARAMETERS } from '#protocol/parameters.ts';
import { OutputPanel } from '#panels/output/output-panel.tsx';
import { RequestPanel } from '#panels/request/request-panel.tsx';
import { UsagePanel } from '#panels/usage/usage-panel.tsx';
import { parseUrlState } from '#state/url-state.ts';
import { loadSamples } from '#testing/sample-loader.ts';
import { fieldsIn, PartReader, readPagePart, type Field } from '#testing/shown-fields.ts';
import { TreeOpeningContext } from '#ui/tree-opening.ts';

afterEach(cleanup);

const ALL = { to: 'all', count: 1 } as const;
const ALL_LEVELS = { levels: Number.POSITIVE_INFINITY, pages: 'all' } as const;
const NO_DRAWER = { isOpen: false, onClose: () => undefined };

/**
 * Texts that are read together with others, as one line: the element around them stands for what holds them. Paths without positions.
 */
const SAID_TOGETHER: readonly RegExp[] = [
  // The header of an item is the item.
  /^output\[\]\.(?:name|namespace|role|phase)$/,
  // "left click at 330, 142", and the words of a command line.
  /^output\[\]\.actions?(?:\[\])?\.(?:button|text|keys\[\])$/,
  /^output\[\]\.action\.command\[\]$/,
  // A parameter in words, and what a custom tool takes.
  /\.(?:input_schema|output_schema|parameters)(?:\..+)?\.(?:type|required\[\])$/,
  /\.tools\[\]\.format\.(?:type|syntax)$/,
  // A token and its likelihood.
  /\.logprobs\[\](?:\.top_logprobs\[\])?\.token$/,
  // One word for all parts that are of the same type, and for all that is empty.
  /\[\]\.type$/,
  /\.stderr$/,
];

/** Short JSON of a field that nobody told us about stands in one line. */
const ON_ONE_LINE = new Set(['output[].x_trace.span']);

async function openEverything(response: JsonObject): Promise<HTMLElement> {
  const recording: Recording = {
    kind: 'json',
    source: { kind: 'api', responseId: 'resp_1', baseUrl: '/sample/v1', parameters: NO_PARAMETERS, requestId: null },
    bytes: new Uint8Array(),
    text: '',
    response,
    receivedAt: 0,
  };
  const url = parseUrlState('/responses/resp_1', '');
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <TreeOpeningContext value={ALL_LEVELS}>
        <OutputPanel recording={recording} expansion={ALL} url={url} railDrawer={NO_DRAWER} />
        <RequestPanel recording={recording} expansion={ALL} />
        <UsagePanel recording={recording} expansion={ALL} />
      </TreeOpeningContext>
    </QueryClientProvider>,
  );
  const count = arrayOf(response['output']).length;
  // Long lists mount a few items at a time.
  await waitFor(() => expect(container.querySelectorAll('article[data-position]')).toHaveLength(count), { interval: 5 });
  for (const button of container.querySelectorAll('button')) if (button.textContent === 'Probabilities') fireEvent.click(button);
  return container;
}

/** The elements that stand for places of the response, by path. */
function elementsByPath(page: HTMLElement): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of page.querySelectorAll('[data-path]')) {
    const path = element.getAttribute('data-path') ?? '';
    if (element.closest('[data-document]') === null) found.set(path, [...(found.get(path) ?? []), element]);
  }
  return found;
}

function isSaidTogether(path: JsonPath): boolean {
  const name = formatDotPath(path).replaceAll(/\[\d+\]/g, '[]');
  return ON_ONE_LINE.has(name) || SAID_TOGETHER.some((pattern) => pattern.test(name));
}

/** What holds the value at `path`, up to a part of the item; of a field of an item, the item. */
function ancestorsOf(path: JsonPath): readonly JsonPath[] {
  const partDepth = Math.min(3, path.length - 1);
  return path.slice(partDepth).map((_, index) => path.slice(0, partDepth + index));
}

function nameOf({ path, value }: Field): string {
  return `${formatDotPath(path)} = ${JSON.stringify(value).slice(0, 60)}`;
}

/** Words that stand on the page as they were sent, not laid out, drawn or told otherwise. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N} ,.:'/_-]{4,200}$/u.test(text) && !/^(?:data:|https?:)/.test(text);
}

describe('the places of fields', () => {
  it.each(loadSamples().map(({ entry, body }) => [entry.id, body] as const))('are all on the page of %s', async (_, body) => {
    const elements = elementsByPath(await openEverything(body));
    const texts = fieldsIn(body).filter(({ value }) => typeof value === 'string');
    const missing = texts.filter(({ path }) => {
      if (elements.has(formatJsonPointer(path))) return false;
      return !isSaidTogether(path) || !ancestorsOf(path).some((ancestor) => elements.has(formatJsonPointer(ancestor)));
    });
    expect(missing.map(nameOf)).toEqual([]);
    const untold = texts.filter((field) => {
      const own = elements.get(formatJsonPointer(field.path));
      const text = typeof field.value === 'string' ? field.value : '';
      if (own === undefined || !isPlain(text) || field.path.at(-1) === 'encrypted_content') return false;
      return !own.some((element) => element.textContent.includes(text) || new PartReader(readPagePart(element)).shows(field));
    });
    expect(untold.map(nameOf)).toEqual([]);
  });

  it('hold the numbers of Usage, and credentials nowhere', async () => {
    const usage = { input_tokens: 5, input_tokens_details: { cached_tokens: 2 }, output_tokens: 3, total_tokens: 8, seconds: { gpu: 0.5 } };
    const tools = [{ type: 'mcp', server_label: 'orders', authorization: 'open sesame' }];
    const page = await openEverything({ output: [], usage, tools });
    const elements = elementsByPath(page);
    const numbers = fieldsIn({ usage }).map(({ path }) => formatJsonPointer(path));
    expect(numbers.filter((path) => !elements.has(path))).toEqual([]);
    expect(page.textContent).not.toContain('open sesame');
  });
});
