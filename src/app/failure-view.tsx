import { explainFailure } from '#model/explain-failure.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import type { Connection } from '#protocol/connection.ts';
import { failureContext } from '#state/failure-context.ts';
import { ChevronRight, CircleX } from 'lucide-react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';

/** Something that may work instead, in one press. */
export type Offer = { readonly title: string; readonly onChoose: () => void };

type FailureViewProps = {
  readonly failure: RetrieveFailure;
  readonly connection: Connection;
  readonly responseId: string;
  readonly hasKey: boolean;
  readonly offers?: readonly Offer[];
  /** Fills the form with a base URL that is likely the right one. */
  readonly onBaseUrl?: (baseUrl: string) => void;
};

/** Why nothing could be had: what happened, what the API said, what to do next. */
export function FailureView({ failure, connection, responseId, hasKey, offers = [], onBaseUrl }: FailureViewProps) {
  const explained = explainFailure(failure, failureContext(connection, responseId, hasKey));
  const body = failure.kind === 'refused' || failure.kind === 'not-a-response' ? failure.body : '';
  return (
    <div role="alert" className="rounded-md border border-error/40 bg-error/6 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex min-w-0 gap-2 text-lg font-semibold">
          <CircleX size={18} aria-hidden className="mt-0.5 shrink-0 text-error" />
          {explained.title}
        </h2>
        {explained.status === null ? null : <Badge tone="error">HTTP {explained.status}</Badge>}
      </div>
      {explained.apiMessage === null ? null : (
        <blockquote className="mt-2 border-l-2 border-error/50 pl-3 font-mono text-sm break-words whitespace-pre-wrap">
          {explained.apiMessage}
        </blockquote>
      )}
      <Sentences title="What may have happened" sentences={explained.causes} />
      <Sentences title="What to do next" sentences={explained.steps} />
      <Offers offers={[...offers, ...baseUrlOffer(explained.suggestedBaseUrl, onBaseUrl)]} />
      {explained.requestId === null ? null : (
        <p className="mt-3 flex min-w-0 flex-wrap items-center gap-1 text-sm text-secondary">
          Request ID <code className="min-w-0 font-mono break-all">{explained.requestId}</code>
          <CopyButton iconOnly label="Copy request ID" text={explained.requestId} />
        </p>
      )}
      {body.trim() === '' ? null : (
        <details className="mt-3">
          <summary className="flex w-fit list-none items-center gap-1.5 rounded text-sm text-secondary hover:text-text">
            <ChevronRight size={13} aria-hidden className="shrink-0 [details[open]>summary>&]:rotate-90" />
            What the server sent
          </summary>
          <pre className="mt-1 max-h-72 overflow-auto rounded border border-line bg-bg p-2 font-mono text-sm break-words whitespace-pre-wrap">
            {body.slice(0, 20_000)}
          </pre>
          <CopyButton label="Copy body" text={body} />
        </details>
      )}
    </div>
  );
}

function baseUrlOffer(baseUrl: string | null, onBaseUrl: FailureViewProps['onBaseUrl']): readonly Offer[] {
  if (baseUrl === null || onBaseUrl === undefined) return [];
  return [{ title: `Use ${baseUrl}`, onChoose: () => onBaseUrl(baseUrl) }];
}

function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {offers.map(({ title, onChoose }) => (
        <Button key={title} onClick={onChoose}>
          {title}
        </Button>
      ))}
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 text-sm font-semibold text-secondary">{title}</h3>
      <ul className="list-disc pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
