import { useEffect, useRef, useState } from 'react';
import { arrayOf, stringOf, type JsonObject, type JsonPath } from '#base/json.ts';
import { lackOfInput } from '#model/explain-input-failure.ts';
import { inputInBody, renderedMessages, type InputList as Input } from '#model/input-items.ts';
import { positionOfItem } from '#model/item-name.ts';
import type { Recording } from '#model/recording.ts';
import { INPUT_ITEMS_PATH, type Reveal } from '#model/reveal.ts';
import { providerById } from '#protocol/providers.ts';
import { linkTo } from '#state/address.ts';
import type { UrlState } from '#state/url-state.ts';
import { useRailSize } from '#state/use-rail-size.ts';
import { useInputItems, type InputItems } from '#state/use-input-items.ts';
import { ItemFrame, type RailDrawer } from '#items/item-frame.tsx';
import { useRailLink, type RailLink } from '#items/rail-link.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import type { Expansion } from '#ui/disclosure-section.tsx';
import { OtherDocument } from '#ui/place-actions.tsx';
import { InputFailure } from './input-failure.tsx';
import { InputList } from './input-list.tsx';
import { InputProgress } from './input-progress.tsx';
import { InputRemarks } from './input-remarks.tsx';
import { instructionsInBrief, InstructionsSection } from './instructions-section.tsx';
import { RenderedMessages } from './rendered-messages.tsx';
import { bringIntoView } from '#ui/bring-into-view.ts';

type InputPanelProps = {
  readonly recording: Recording;
  readonly expansion: Expansion;
  readonly reveal?: Reveal | null;
  readonly url: UrlState;
  readonly railDrawer: RailDrawer;
};

/** Enough items for a rail, before it is known how many there are: its room is kept, so that nothing moves when they come. */
const SEVERAL = 2;

/** True for a response that goes on from earlier ones, whose input is more than one message then. */
function goesOn(response: JsonObject): boolean {
  return stringOf(response['previous_response_id']) !== null || (response['conversation'] ?? null) !== null;
}

/** The input of servers that send it along in the body. */
const INPUT_PATH: JsonPath = ['input'];

/** What the model was given: what it was told first, then the items, oldest first. */
export function InputPanel({ recording, expansion, reveal = null, url, railDrawer }: InputPanelProps) {
  const { response } = recording;
  const input = useInputItems(recording);
  const inBody = inputInBody(response);
  const list = input?.list ?? null;
  const isWaiting = useLoadingWhatIsNeeded(input, url);
  const messages = renderedMessages(response);
  const rail = useRailLink();
  const railSize = useRailSize();
  const shownItems = list?.items ?? inBody ?? [];
  const page = useRef<HTMLDivElement>(null);
  const brief = instructionsInBrief(response);
  const head = brief === null ? null : { title: 'Instructions', ...brief, onChoose: () => goToInstructions(page.current) };
  const isExpected = shownItems.length === 0 && input?.isFetching === true && goesOn(response);
  return (
    <ItemFrame
      link={rail}
      label="Items of the input"
      count={isExpected ? SEVERAL : shownItems.length}
      size={railSize}
      drawer={railDrawer}
      head={head}
    >
      <div ref={page} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 p-2.5">
        <InstructionsSection
          response={response}
          expansion={expansion}
          reveal={reveal}
          link={linkTo({ ...url, view: 'input', item: null })}
        />
        {messages.length === 0 ? null : <RenderedMessages messages={messages} expansion={expansion} reveal={reveal} />}
        {list === null ? <WhyNoItems recording={recording} input={input} isInBody={inBody !== null} /> : null}
        {list === null && inBody !== null ? (
          <InputList
            items={inBody}
            path={INPUT_PATH}
            isComplete
            response={response}
            expansion={expansion}
            reveal={reveal}
            url={url}
            rail={rail}
          />
        ) : null}
        {list === null || input === null ? null : (
          <Loaded
            list={list}
            input={input}
            isWaiting={isWaiting}
            recording={recording}
            expansion={expansion}
            reveal={reveal}
            url={url}
            rail={rail}
          />
        )}
      </div>
    </ItemFrame>
  );
}

function goToInstructions(page: HTMLElement | null): void {
  const section = page?.querySelector<HTMLElement>('[data-path="/instructions"]') ?? null;
  if (section === null) return;
  bringIntoView(section, 'start');
  section.querySelector<HTMLElement>('h2 button')?.focus({ preventScroll: true });
}

type LoadedProps = Omit<InputPanelProps, 'railDrawer'> & {
  readonly list: Input;
  readonly input: InputItems;
  readonly isWaiting: boolean;
  readonly rail: RailLink;
};

/** The items that are here, and what there is to say of the rest: below them, or above where the missing ones are the older. */
function Loaded({ list, input, isWaiting, recording, expansion, reveal = null, url, rail }: LoadedProps) {
  const { failure } = input;
  const isComplete = list.ending !== 'more';
  const rest = (
    <>
      {failure === null ? null : <InputFailure failure={failure} input={input} responseId={idOf(recording)} />}
      <InputProgress input={input} />
    </>
  );
  return (
    <>
      <InputRemarks list={list} />
      {list.isNewestFirst && !isComplete ? rest : null}
      {list.items.length === 0 && isComplete ? <NoItems /> : null}
      {/* The items are a document of their own: the response does not hold them. */}
      <OtherDocument name="input_items">
        <InputList
          // The item that a link points at may come with a later page: then the list starts anew there.
          key={isWaiting ? 'before' : 'there'}
          items={list.items}
          path={INPUT_ITEMS_PATH}
          isComplete={isComplete}
          response={recording.response}
          expansion={expansion}
          reveal={reveal}
          url={url}
          rail={rail}
        />
      </OtherDocument>
      {list.isNewestFirst && !isComplete ? null : rest}
    </>
  );
}

function NoItems() {
  return (
    <div className="p-6 text-center text-secondary">
      <p className="text-lg font-semibold text-text">No input items</p>
      <p className="mt-1">The server lists none for this response. Its instructions, if there were any, stand above.</p>
    </div>
  );
}

type WhyNoItemsProps = { readonly recording: Recording; readonly input: InputItems | null; readonly isInBody: boolean };

/** Why there is no list yet, and what to do about it. */
function WhyNoItems({ recording, input, isInBody }: WhyNoItemsProps) {
  if (isInBody && (input === null || input.isKnownToLack || input.failure !== null)) {
    return <p className="px-1 text-sm text-secondary">The body itself holds the input, in its field “input”. These are its items.</p>;
  }
  if (input === null) return <OnlyTheBody recording={recording} />;
  if (input.isKnownToLack) {
    const { title, steps } = lackOfInput({ provider: providerById(input.connection.presetId) });
    return (
      <Banner kind="info" title={title}>
        <p>{steps.join(' ')}</p>
        <Button size="small" className="mt-1.5" onClick={input.loadMore}>
          Ask it all the same
        </Button>
      </Banner>
    );
  }
  if (input.failure !== null) return <InputFailure failure={input.failure} input={input} responseId={idOf(recording)} />;
  return <InputProgress input={input} />;
}

function OnlyTheBody({ recording }: { readonly recording: Recording }) {
  const id = stringOf(recording.response['id']);
  const from = recording.source.kind === 'file' ? 'A file' : 'A pasted response';
  return (
    <Banner kind="info" title="The input is not part of this recording">
      {from} holds what the server answered. What the model was given is asked for by ID:{' '}
      {id === null ? 'this body names none.' : 'fetch this response from its server, and it will be here.'}
    </Banner>
  );
}

function idOf({ source }: Recording): string {
  return source.kind === 'api' ? source.responseId : '';
}

/**
 * Loads on by itself where the reader cannot do without: a link names an item that is not here yet, or the oldest items come last.
 * Returns true while the item of the link is not here.
 */
function useLoadingWhatIsNeeded(input: InputItems | null, url: UrlState): boolean {
  const list = input?.list ?? null;
  const [wanted] = useState(url.view === 'input' ? url.item : null);
  const isWaitedFor = wanted !== null && positionOfItem(arrayOf(list?.items), wanted) === null;
  const isIdle = input !== null && !input.isFetching && input.failure === null && !input.wasStopped;
  const isNeeded = isIdle && list?.ending === 'more' && (list.isNewestFirst || isWaitedFor);
  const load = useRef(() => undefined as void);
  useEffect(() => {
    load.current = () => input?.loadAll();
  });
  useEffect(() => {
    if (isNeeded) load.current();
  }, [isNeeded]);
  return isWaitedFor;
}
