import type { ReactNode } from 'react';
import { formatCount } from '#base/format-number.ts';
import { explainFailure } from '#model/explain-failure.ts';
import type { Recording, StreamRecording } from '#model/recording.ts';
import { isUnfinished } from '#protocol/response-fields.ts';
import { stringOf } from '#base/json.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { providerById } from '#protocol/providers.ts';
import type { Connection } from '#protocol/connection.ts';
import type { WithoutStream } from '#state/stream-sessions.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';

type WithoutStreamBannerProps = {
  readonly without: WithoutStream;
  readonly recording: Recording;
  readonly connection: Connection;
  readonly isPolling: boolean;
};

/** Why there is no stream, and what is done instead. */
export function WithoutStreamBanner({ without, recording, connection, isPolling }: WithoutStreamBannerProps) {
  const hasEvents = recording.kind === 'stream';
  const title = hasEvents ? `The stream cannot go on after ${formatCount(recording.length, 'event')}` : 'This response cannot be streamed';
  return (
    <Banner kind="info" title={`${title}: ${isPolling ? 'asking for it every few seconds instead' : 'fetched as a whole instead'}`}>
      {without.kind === 'refused' ? <Refused failure={without.failure} connection={connection} /> : <p>{OTHER_REASONS[without.kind]}</p>}
    </Banner>
  );
}

const OTHER_REASONS = {
  answered: 'The server answered with the response itself. Many compatible servers take no notice of stream=true here.',
  empty: 'The server opened a stream and closed it without an event. Some do so for responses that were not made in the background.',
} as const;

function Refused({ failure, connection }: { readonly failure: RetrieveFailure; readonly connection: Connection }) {
  const { title, status, apiMessage } = explainFailure(failure, {
    provider: providerById(connection.presetId),
    baseUrl: connection.baseUrl,
    responseId: '',
    hasKey: true,
    pageOrigin: null,
  });
  const isStreamAnswer = failure.kind === 'refused';
  return (
    <>
      {apiMessage === null ? null : (
        <p>
          The server says{status === null ? '' : ` (HTTP ${status})`}: <q className="text-text">{apiMessage}</q>
        </p>
      )}
      <p>
        {isStreamAnswer
          ? 'A stream is there for responses made with background and stream, and on OpenAI only in their first five minutes or so.'
          : `${title}.`}
      </p>
    </>
  );
}

type EndedBannerProps = {
  readonly recording: StreamRecording;
  /** `kept`: it was received before the page was reloaded, and the server may not be asked without the reader. */
  readonly how: 'cut-off' | 'stopped' | 'kept';
  readonly onResume: () => void;
};

/** A stream that ended before its response did, and how to go on. */
export function EndedBanner({ recording, how, onResume }: EndedBannerProps) {
  const { kind, title, words } = ENDINGS[how];
  const runsOn = isUnfinished(stringOf(recording.response['status'])) && recording.response['background'] === true;
  return (
    <WithAction
      kind={kind}
      title={`${title} ${formatCount(recording.length, 'event')}`}
      action={<Button onClick={onResume}>Resume</Button>}
    >
      {how === 'stopped' && runsOn ? `Only receiving was stopped: the model works on. ${words}` : words}
    </WithAction>
  );
}

const ENDINGS = {
  'cut-off': {
    kind: 'warning',
    title: 'The stream was cut off after',
    words: 'It closed without saying how the response ended, and three attempts to go on brought nothing new. What had arrived is shown.',
  },
  stopped: { kind: 'info', title: 'Stopped after', words: 'Resume goes on behind the last event.' },
  kept: {
    kind: 'info',
    title: 'Kept from before this page was loaded:',
    words: 'The key was kept in memory only. Enter it above again, then press Resume: it goes on behind the last event.',
  },
} as const;

/** The link asks for the rest only. */
export function PartBanner({ startingAfter, onLoadAll }: { readonly startingAfter: string; readonly onLoadAll: () => void }) {
  return (
    <WithAction
      kind="info"
      title={`From event ${firstEvent(startingAfter)} on`}
      action={<Button onClick={onLoadAll}>Load from the start</Button>}
    >
      <>
        The link asks for what comes behind <code className="font-mono">starting_after={startingAfter}</code>. Items that began before it
        are shown as far as the later events tell.
      </>
    </WithAction>
  );
}

/** The number behind the one that was asked for. */
function firstEvent(startingAfter: string): string {
  const number = Number(startingAfter);
  return Number.isSafeInteger(number) ? String(number + 1) : `after ${startingAfter}`;
}

/** A banner with something to press: beside the words, below them where there is no room. */
function WithAction({
  kind,
  title,
  action,
  children,
}: {
  readonly kind: 'info' | 'warning';
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Banner kind={kind} title={title}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-48 flex-1">{children}</p>
        {action}
      </div>
    </Banner>
  );
}
