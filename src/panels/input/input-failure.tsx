import { explainInputFailure } from '#model/explain-input-failure.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { providerById } from '#protocol/providers.ts';
import { secretOf } from '#state/secret-of.ts';
import type { InputItems } from '#state/use-input-items.ts';
import { Badge } from '#ui/badge.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';

type InputFailureProps = { readonly failure: RetrieveFailure; readonly input: InputItems; readonly responseId: string };

/** Why the input, or the rest of it, could not be had: what happened, what the API said, what to do. */
export function InputFailure({ failure, input, responseId }: InputFailureProps) {
  const { connection } = input;
  const { title, status, apiMessage, requestId, causes, steps, isLack } = explainInputFailure(failure, {
    provider: providerById(connection.presetId),
    baseUrl: connection.baseUrl,
    responseId,
    hasKey: secretOf(connection) !== null,
    pageOrigin: location.origin,
  });
  return (
    <Banner kind={isLack ? 'info' : 'error'} title={title}>
      <div className="grid gap-1.5">
        {apiMessage === null ? null : (
          <blockquote className="border-l-2 border-line-strong pl-2 font-mono text-sm break-words whitespace-pre-wrap">
            {apiMessage}
          </blockquote>
        )}
        {[...causes, ...steps].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <Button size="small" onClick={input.loadMore}>
            Ask again
          </Button>
          {status === null ? null : <Badge tone={isLack ? 'neutral' : 'error'}>HTTP {status}</Badge>}
          {requestId === null ? null : (
            <span className="flex min-w-0 items-center gap-1 text-sm">
              Request ID <code className="min-w-0 font-mono break-all">{requestId}</code>
              <CopyButton iconOnly label="Copy request ID" text={requestId} />
            </span>
          )}
        </div>
      </div>
    </Banner>
  );
}
