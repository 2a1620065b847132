import type { ApiError, RetrieveFailure } from '#protocol/failure.ts';
import { idKindOf } from '#protocol/id-kinds.ts';
import type { Provider } from '#protocol/provider.ts';
import { PASTE_JSON, type AdviceWords, type FailureContext } from './failure-advice.ts';
import { suggestBaseUrl } from './suggest-base-url.ts';

type Refusal = Extract<RetrieveFailure, { kind: 'refused' }>;

/** An HTTP status other than 2xx, explained for this server. */
export function explainRefusal(failure: Refusal, context: FailureContext): AdviceWords {
  const { status, error } = failure;
  if (isQuotaError(error)) return quota();
  if (status === 401) return unauthorized(error, context);
  if (status === 403) return forbidden(error, context);
  if (status === 404 || status === 405 || status === 501) return notFound(failure, context);
  if (status === 429) return rateLimited(failure);
  if (status === 408 || status === 409 || status === 425) return tryAgain(status);
  if (status >= 500) return serverError(status, context);
  return badRequest(status, error, context);
}

/** True when the account has run out of credit or reached its limit: waiting does not help. */
function isQuotaError({ code, type }: ApiError): boolean {
  return [code, type].some(
    (word) => word === 'insufficient_quota' || word === 'billing_hard_limit_reached' || word === 'credit_balance_exhausted',
  );
}

function unauthorized(error: ApiError, { hasKey, provider }: FailureContext): AdviceWords {
  if (!hasKey) {
    return {
      title: 'The server wants an API key',
      causes: ['The request was sent without a key.'],
      steps: [`Enter the ${provider.key.need === 'required' ? provider.key.label : 'API key of this server'}, then fetch again.`],
    };
  }
  const isOrganization = error.code === 'invalid_organization' || /organization/i.test(error.message);
  return {
    title: 'The server does not accept this key',
    causes: [
      'The key is mistyped, cut off, expired or revoked, or it belongs to another service.',
      ...(isOrganization ? ['The key does not belong to the organization that the request names.'] : []),
    ],
    steps: [
      `Copy the key again, whole, and check that it is a key for ${provider.title}.`,
      ...(isOrganization ? ['Leave organization and project empty, or take a key that belongs to them.'] : []),
      ...(provider.id === 'openai' ? ['A key of a project with data residency works only at the address of its region.'] : []),
      ...(provider.id.startsWith('azure') ? ['Azure keys are sent as api-key, Entra tokens as Bearer. Check which one this is.'] : []),
      ...(provider.id === 'custom' ? ['Check how this server wants the key: Authorization: Bearer, api-key, or a header of its own.'] : []),
    ],
  };
}

function forbidden(error: ApiError, { hasKey, provider }: FailureContext): AdviceWords {
  if (error.code === 'unsupported_country_region_territory') {
    return {
      title: 'The service is not offered where you are',
      causes: ['The server refuses requests from this country, region or network.'],
      steps: ['Check whether a VPN makes you appear elsewhere.', PASTE_JSON],
    };
  }
  return {
    title: hasKey ? 'The key has no permission for this' : 'The server refuses without a key',
    causes: [
      hasKey
        ? 'The key is valid, but it is restricted or belongs to someone who may not read this response.'
        : 'The request was sent without a key.',
      'A firewall or proxy in between may also answer like this.',
    ],
    steps: [
      hasKey ? 'Use a key that may read responses.' : 'Enter a key, then fetch again.',
      ...(provider.id === 'openai' ? ['For a restricted key, give it read permission for Responses, in the settings of its project.'] : []),
    ],
  };
}

function notFound({ status, error, body }: Refusal, context: FailureContext): AdviceWords {
  const { provider } = context;
  if (provider.canRetrieve === 'no') {
    return {
      title: `${provider.title} cannot look up a response by its ID`,
      causes: [provider.retention],
      steps: [PASTE_JSON],
    };
  }
  const suggestedBaseUrl = suggestBaseUrl(context.baseUrl, provider);
  if (status !== 404) {
    return {
      title: 'This server cannot look up a response by its ID',
      causes: ['It knows the address, but does not answer GET there. Many compatible servers only create responses.'],
      steps: [...baseUrlSteps(suggestedBaseUrl), PASTE_JSON],
      suggestedBaseUrl,
    };
  }
  if (isMissingRoute(error, body)) {
    return {
      title: 'There is no such address on the server',
      causes: ['The base URL is likely wrong, or the server cannot look up a response by its ID.', provider.retention],
      steps: [...baseUrlSteps(suggestedBaseUrl), 'The base URL is the part in front of /responses, most often ending in /v1.', PASTE_JSON],
      suggestedBaseUrl,
    };
  }
  return unknownId(context, suggestedBaseUrl);
}

function unknownId({ provider, responseId, hasKey }: FailureContext, suggestedBaseUrl: string | null): AdviceWords {
  const kind = idKindOf(responseId);
  const looksCut = /(?:…|\.\.\.)$/.test(responseId) || (provider.id === 'openai' && /^resp_[0-9a-f]{1,47}$/.test(responseId));
  return {
    title: 'The server knows no response with this ID',
    causes: [
      ...(kind === null ? [] : [`This looks like the ID of ${kind.isA}, not of a response.`]),
      ...(looksCut ? ['The ID looks cut off.'] : []),
      provider.retention,
      ...(isHosted(provider)
        ? ['A key of another project or organization sees nothing of it: the server answers as if it did not exist.']
        : []),
      'A response that was deleted, or whose stream was dropped before it ended, is gone too.',
    ],
    steps: [
      ...(kind === null ? [] : [kind.instead]),
      'Compare the ID with the log: it must be whole, and of a response.',
      ...(isHosted(provider) && hasKey ? ['Use a key of the project that made the response.'] : []),
      ...(provider.canRetrieve === 'unless-configured'
        ? ['Start the server with VLLM_ENABLE_RESPONSES_API_STORE=1, then make the response again.']
        : []),
      ...(suggestedBaseUrl === null ? [] : baseUrlSteps(suggestedBaseUrl)),
      'If you still have its JSON, paste or drop it here.',
    ],
    suggestedBaseUrl,
  };
}

/** True for a service that somebody else runs. */
function isHosted({ id, key }: Provider): boolean {
  return key.need === 'required' && id !== 'sample';
}

function rateLimited({ retryAfterMilliseconds }: Refusal): AdviceWords {
  const seconds = retryAfterMilliseconds === null ? null : Math.ceil(retryAfterMilliseconds / 1000);
  return {
    title: 'Too many requests',
    causes: ['The rate limit of this key or project is used up for the moment.'],
    steps: [seconds === null ? 'Wait a minute, then fetch again.' : `Wait ${seconds} s, then fetch again: the server asks for that.`],
    mayRetry: true,
  };
}

function quota(): AdviceWords {
  return {
    title: 'The quota is used up',
    causes: ['The account has no credit left, or its monthly limit is reached. This is not a rate limit: waiting does not help.'],
    steps: ['Check credit and limits in the billing settings of the account.', 'Or use a key of another project.'],
  };
}

function serverError(status: number, { provider, baseUrl }: FailureContext): AdviceWords {
  const isOverloaded = status === 503 || status === 529;
  const isGateway = status === 502 || status === 504;
  return {
    title: isOverloaded ? 'The server is busy' : isGateway ? 'A gateway got no good answer from the server' : 'The server failed',
    causes: [
      isOverloaded
        ? 'It is overloaded, in maintenance, or still loading its model.'
        : isGateway
          ? 'Something between this page and the server answered in its place.'
          : 'The error is on its side, not in your request.',
    ],
    steps: [
      'Fetch again in a moment.',
      isHosted(provider) && !/localhost|127\./.test(baseUrl)
        ? `See the status page of ${provider.title}.`
        : 'See what the server wrote to its log.',
      'When you report it, give the request ID.',
    ],
    mayRetry: true,
  };
}

function tryAgain(status: number): AdviceWords {
  return {
    title: status === 409 ? 'The response is in use' : 'The server ran out of time',
    causes: [status === 409 ? 'Another request is changing it at the moment.' : 'It gave up waiting.'],
    steps: ['Fetch again.'],
    mayRetry: true,
  };
}

function badRequest(status: number, error: ApiError, { responseId, baseUrl, provider }: FailureContext): AdviceWords {
  if (/stream/i.test(`${error.param} ${error.message}`)) {
    return {
      title: 'This response cannot be streamed',
      causes: ['Only a response made with background and stream can be, and on OpenAI only in its first five minutes or so.'],
      steps: ['Fetch it without stream: set stream to “not sent”.'],
    };
  }
  const kind = idKindOf(responseId);
  return {
    title: `The server does not understand the request (${status})`,
    causes: [
      ...(kind === null ? [] : [`This looks like the ID of ${kind.isA}, not of a response.`]),
      error.param === null ? 'A parameter or the ID has a form that it does not accept.' : `It objects to “${error.param}”.`,
    ],
    steps: [
      ...(kind === null ? [] : [kind.instead]),
      ...(/include/.test(`${error.param} ${error.message}`) ? ['Remove the include values that this server does not know.'] : []),
      'Check the ID against the log.',
      'If the request has parameters, fetch without them: set all four to “not sent”.',
    ],
    suggestedBaseUrl: isMissingRoute(error, '') ? suggestBaseUrl(baseUrl, provider) : null,
  };
}

/** Tells "no such address" from "no such response". Servers word it freely; these are the forms that frameworks and vendors use. */
function isMissingRoute({ message }: ApiError, body: string): boolean {
  if (body.trimStart().startsWith('<') || message === '') return true;
  return /invalid url|page not found|cannot get|no route|(?:unknown|unexpected|unsupported) (?:endpoint|path|url|route|request)|^(?:resource )?not found\.?$|^file not found/i.test(
    message.trim(),
  );
}

function baseUrlSteps(suggestion: string | null): readonly string[] {
  return suggestion === null ? [] : [`Try the base URL ${suggestion}.`];
}
