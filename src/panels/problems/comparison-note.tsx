import { assertNever } from '#base/assert-never.ts';
import { formatLocalTime } from '#base/format-time.ts';
import { explainFailure } from '#model/explain-failure.ts';
import type { ProblemsInView } from '#model/problems/problems-in-view.ts';
import type { RetrieveFailure } from '#protocol/failure.ts';
import { failureContext } from '#state/failure-context.ts';
import type { Comparison } from '#state/comparison.ts';
import { hostOf } from '#state/connections.ts';
import { Banner } from '#ui/banner.tsx';

type ComparisonNoteProps = { readonly comparison: Comparison; readonly problems: ProblemsInView };

/** The rule that tells how the stored response differs. */
const STORED_DIFFERS = 'stored-differs';

/** How comparing with the stored response went; nothing before it was asked for. */
export function ComparisonNote({ comparison, problems }: ComparisonNoteProps) {
  const { state, connection } = comparison;
  switch (state.kind) {
    case 'none':
      return null;
    case 'asking':
      return (
        <p role="status" className="px-1 text-secondary">
          Asking {hostOf(connection.baseUrl)}
          {comparison.hasKey ? '' : ' without a key'}…
        </p>
      );
    case 'done':
      return <Outcome at={state.receivedAt} problems={problems} />;
    case 'failed':
      return <Failed failure={state.failure} comparison={comparison} />;
    default:
      return assertNever(state);
  }
}

function Outcome({ at, problems: { list, muted, isChecking } }: { readonly at: number; readonly problems: ProblemsInView }) {
  const differs = [...list, ...muted].some(({ rule }) => rule.id === STORED_DIFFERS);
  const title = isChecking
    ? 'Comparing with the stored response…'
    : differs
      ? 'The stored response is not the same'
      : 'The stored response is the same as what was streamed';
  return (
    <Banner kind={differs && !isChecking ? 'warning' : 'info'} title={title}>
      Retrieved at {formatLocalTime(new Date(at))}.{' '}
      {differs ? 'What differs is listed below.' : 'Encrypted content and IDs, which servers write anew each time, are not compared.'}
    </Banner>
  );
}

function Failed({ failure, comparison }: { readonly failure: RetrieveFailure; readonly comparison: Comparison }) {
  const { connection, responseId, hasKey } = comparison;
  const { title, status, apiMessage, steps } = explainFailure(failure, failureContext(connection, responseId, hasKey));
  return (
    <Banner kind="error" title={`The stored response could not be had: ${title}${status === null ? '' : ` (HTTP ${status})`}`}>
      {apiMessage === null ? null : <p className="font-mono text-sm">{apiMessage}</p>}
      <p>{hasKey ? steps[0] : 'No key is held for this server. Enter one above, press Fetch, and compare again.'}</p>
    </Banner>
  );
}
