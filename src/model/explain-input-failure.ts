import type { RetrieveFailure } from '#protocol/failure.ts';
import { explainFailure } from './explain-failure.ts';
import type { FailureAdvice, FailureContext } from './failure-advice.ts';

const ELSEWHERE = 'Look for it where the request was made, such as the log of your own program. Request shows what else the server kept.';

/** `isLack`: nothing went wrong, the server simply has no such endpoint. */
export type InputAdvice = FailureAdvice & { readonly isLack: boolean };

/** Why the input of a response could not be had, though the response itself was. Total, as `explainFailure`. */
export function explainInputFailure(failure: RetrieveFailure, context: FailureContext): InputAdvice {
  const advice = explainFailure(failure, context);
  if (!lacksEndpoint(failure, context)) return { ...advice, isLack: false };
  return { ...advice, ...lackOfInput(context), suggestedBaseUrl: null, mayRetry: false, isLack: true };
}

/** What to say of a server that cannot list the input of a response. */
export function lackOfInput({ provider }: Pick<FailureContext, 'provider'>): Pick<FailureAdvice, 'title' | 'causes' | 'steps'> {
  const server = provider.id === 'custom' ? 'This server' : provider.title;
  return { title: `${server} does not say what a response was given`, causes: [], steps: [ELSEWHERE] };
}

/** The response came from the same base URL, so what has no such address, or answers with something else, is the endpoint. */
function lacksEndpoint(failure: RetrieveFailure, { provider }: FailureContext): boolean {
  if (failure.kind === 'not-a-response') return failure.found !== 'broken-json' && failure.found !== 'event-stream';
  if (failure.kind !== 'refused') return false;
  if (failure.status === 405 || failure.status === 501) return true;
  return failure.status === 404 && provider.canListInput !== 'yes';
}
