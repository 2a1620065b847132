import { useEffect, useRef, useState } from 'react';
import { arrayOf, isJsonObject, numberOf, objectOf, stringOf, type JsonValue } from '#base/json.ts';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { answerText } from '#model/answer-text.ts';
import { pairCalls } from '#model/pair-calls.ts';
import type { Recording } from '#model/recording.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { goTo, linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { itemStartsOpen } from '#items/item-definitions.tsx';
import type { ItemContext } from '#items/item-definition.ts';
import { ItemPanel } from '#items/item-panel.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { nameOfItem, positionOfItem } from './item-name.ts';
import { useGrowingCount } from './use-growing-count.ts';

type OutputPanelProps = {
  readonly recording: Recording;
  readonly expansion: { readonly to: 'all' | 'none'; readonly count: number } | null;
  readonly url: UrlState;
};

/** What the model did and said, one panel an item. */
export function OutputPanel({ recording, expansion, url }: OutputPanelProps) {
  const items = arrayOf(recording.response['output']);
  const selected = positionOfItem(items, url.item);
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(() => new Map(selected === null ? [] : [[selected, true]]));
  const [applied, setApplied] = useState(expansion);
  if (expansion !== applied) {
    setApplied(expansion);
    if (expansion !== null) setToggled(new Map(items.map((_, position) => [position, expansion.to === 'all'])));
  }
  const shownCount = useGrowingCount(items.length, selected);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== null) list.current?.querySelector(`[data-position="${selected}"]`)?.scrollIntoView({ block: 'start' });
  }, [selected]);
  const contexts = useItemContexts(recording, jump);

  function isOpen(position: number): boolean {
    return toggled.get(position) ?? itemStartsOpen(items[position]);
  }
  function select(position: number) {
    goTo({ ...url, item: nameOfItem(items, position) }, 'replace');
  }
  function jump(position: number) {
    setToggled((before) => new Map(before).set(position, true));
    select(position);
    const target = list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`);
    target?.scrollIntoView({ block: 'start' });
    target?.querySelector('button')?.focus({ preventScroll: true });
  }
  if (items.length === 0) return <EmptyOutput recording={recording} />;
  return (
    <div ref={list} className="grid min-w-0 gap-2 p-2.5">
      <AnswerBar recording={recording} />
      {items.slice(0, shownCount).map((item, position) => (
        <ItemPanel
          // Items have no identity that can be relied on: IDs are missing, repeated or change between fetches.
          // oxlint-disable-next-line react/no-array-index-key
          key={position}
          item={item}
          context={contexts(position)}
          isOpen={isOpen(position)}
          isSelected={position === selected}
          onToggle={() => {
            setToggled(new Map(toggled).set(position, !isOpen(position)));
            select(position);
          }}
          linkTo={linkTo({ ...url, view: 'output', item: nameOfItem(items, position) })}
        />
      ))}
      {shownCount < items.length ? (
        <p className="p-2 text-secondary">
          Showing {shownCount} of {items.length} items…
        </p>
      ) : null}
    </div>
  );
}

function useItemContexts({ response }: Recording, onJump: (position: number) => void): (position: number) => ItemContext {
  const items = arrayOf(response['output']);
  const pairs = pairCalls(items);
  const usage = objectOf(response['usage']);
  const reasoningTokens = numberOf(objectOf(usage?.['output_tokens_details'])?.['reasoning_tokens']);
  const reasoningItems = items.filter((item) => objectOf(item)?.['type'] === 'reasoning').length;
  const format = stringOf(objectOf(objectOf(response['text'])?.['format'])?.['type']);
  const expectsJson = format === 'json_schema' || format === 'json_object';
  const unfinished = isUnfinished(stringOf(response['status']));
  return (position) => {
    const partnerAt = pairs.get(position);
    const partner: JsonValue | undefined = partnerAt === undefined ? undefined : items[partnerAt];
    return {
      position,
      partner:
        partnerAt !== undefined && isJsonObject(partner) ? { position: partnerAt, item: partner, onJump: () => onJump(partnerAt) } : null,
      reasoningTokens,
      reasoningItems,
      expectsJson,
      isUnfinished: unfinished,
    };
  };
}

function AnswerBar({ recording }: { readonly recording: Recording }) {
  const text = answerText(recording.response);
  if (text === '') return null;
  return (
    <div className="flex items-center justify-end text-sm text-tertiary">
      <span className="mr-1">Answer: {formatBytes(utf8Length(text))}</span>
      <CopyButton label="Copy answer text" text={text} />
    </div>
  );
}

function EmptyOutput({ recording }: { readonly recording: Recording }) {
  const { output, status } = recording.response;
  const unreadable = output !== undefined && output !== null && !Array.isArray(output);
  return (
    <div className="p-6 text-center text-secondary">
      <p className="text-lg font-semibold text-text">{unreadable ? 'The output is not a list' : 'No output'}</p>
      <p className="mt-1">{emptyReason(stringOf(status), output, unreadable)}</p>
    </div>
  );
}

function emptyReason(status: string | null, output: JsonValue | undefined, isUnreadable: boolean): string {
  if (isUnreadable) return 'This server sent something else in its place. Raw shows it as it is.';
  if (status !== null && isUnfinished(status)) return 'The response is still being made. Items appear here once the server has them.';
  if (status === 'failed') return 'The response failed before it produced anything.';
  if (status === 'cancelled') return 'The response was cancelled before it produced anything.';
  return output === undefined || output === null ? 'The server sent no output field.' : 'The server sent an empty list of items.';
}
