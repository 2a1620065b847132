import { assertNever } from '#base/assert-never.ts';
import { formatDuration } from '#base/format-duration.ts';
import type { BadRequestProblem, NotAResponse, RetrieveFailure } from '#protocol/failure.ts';
import { explainRefusal } from './explain-refusal.ts';
import { explainMixedContent, explainUnreachable } from './explain-unreachable.ts';
import { PASTE_JSON, type AdviceWords, type FailureAdvice, type FailureContext } from './failure-advice.ts';
import { suggestBaseUrl } from './suggest-base-url.ts';

type NoResponse = Extract<RetrieveFailure, { kind: 'not-a-response' }>;

/** Says in words what happened, why that may be, and what to do next for this server. Total: every failure gets a title and a step. */
export function explainFailure(failure: RetrieveFailure, context: FailureContext): FailureAdvice {
  const { title, causes, steps, suggestedBaseUrl = null, mayRetry = false } = wordsFor(failure, context);
  const hasAnswer = failure.kind === 'refused' || failure.kind === 'not-a-response';
  const message = hasAnswer ? (failure.error?.message ?? '') : '';
  return {
    title,
    status: hasAnswer ? failure.status : null,
    apiMessage: message === '' ? null : message,
    requestId: hasAnswer ? failure.requestId : null,
    causes,
    steps,
    suggestedBaseUrl,
    mayRetry,
  };
}

function wordsFor(failure: RetrieveFailure, context: FailureContext): AdviceWords {
  switch (failure.kind) {
    case 'bad-request':
      return badRequestWords(failure.problem, failure.detail, context);
    case 'unreachable':
      return explainUnreachable(context);
    case 'timed-out':
      return timedOut(failure.afterMilliseconds);
    case 'redirect':
      return redirected(context);
    case 'refused':
      return explainRefusal(failure, context);
    case 'not-a-response':
      return notAResponse(failure, context);
    default:
      return assertNever(failure);
  }
}

function badRequestWords(problem: BadRequestProblem, detail: string, { baseUrl, provider }: FailureContext): AdviceWords {
  switch (problem) {
    case 'base-url': {
      const suggestedBaseUrl = suggestBaseUrl(baseUrl, provider);
      return {
        title: 'The base URL cannot be read',
        causes: ['It must start with https:// or http://, or with / for a server at this page’s own address.'],
        steps: [suggestedBaseUrl === null ? 'Enter a URL such as https://api.openai.com/v1.' : `Try ${suggestedBaseUrl}.`],
        suggestedBaseUrl,
      };
    }
    case 'user-info':
      return once(
        'The base URL holds a name or a password',
        `Take the part before the @ in front of ${detail} out: it would be visible to others.`,
      );
    case 'placeholder':
      return once('The base URL is not filled in yet', `Replace ${detail} with the name of your own.`);
    case 'mixed-content':
      return explainMixedContent(detail);
    case 'response-id':
      return detail === ''
        ? once('There is no response ID', 'Enter the ID of a response. It mostly starts with resp_.')
        : once(`“${detail}” cannot be asked for`, 'In a web address it means a folder. Check the ID.');
    case 'header':
      return once(`Browsers do not let a page set the header ${detail}`, `Remove ${detail} from the extra headers.`);
    case 'header-name':
      return once(`“${detail}” is not a header name`, 'Correct it or remove it. A name has letters, digits and hyphens, and no space.');
    case 'header-value':
      return once(`The value of the header ${detail} cannot be sent`, 'Remove line breaks and special characters from it.');
    case 'header-twice':
      return once(
        `The header ${detail} would be sent twice`,
        `Remove ${detail} from the extra headers: the fields of the connection already send it.`,
      );
    case 'key':
      return once('The key cannot be sent', 'Copy it again: it holds a character that no key has, such as “…” or a line break.');
    default:
      return assertNever(problem);
  }
}

function timedOut(afterMilliseconds: number): AdviceWords {
  return {
    title: `No answer within ${formatDuration(afterMilliseconds)}`,
    causes: ['The server is slow, overloaded, or waits for something else.'],
    steps: ['Fetch again.', 'If this repeats, check that the server runs, or fetch without include values.'],
    mayRetry: true,
  };
}

function redirected(context: FailureContext): AdviceWords {
  const suggestedBaseUrl = suggestBaseUrl(context.baseUrl, context.provider);
  return {
    title: 'The server sends the request elsewhere',
    causes: ['It answered with a redirect. This viewer does not follow redirects, so that the key goes nowhere else.'],
    steps: [
      suggestedBaseUrl === null ? 'Enter the address that it really answers at.' : `Try the base URL ${suggestedBaseUrl}.`,
      'Common reasons: http in place of https, a missing /v1, or a sign-in page in front of the server.',
    ],
    suggestedBaseUrl,
  };
}

function notAResponse(failure: NoResponse, context: FailureContext): AdviceWords {
  const suggestedBaseUrl = suggestBaseUrl(context.baseUrl, context.provider);
  const baseUrlStep =
    suggestedBaseUrl === null ? 'Check the base URL: it is the part in front of /responses.' : `Try the base URL ${suggestedBaseUrl}.`;
  if (context.provider.canRetrieve === 'no') {
    const told = TITLES[failure.found](failure);
    return {
      title: `${context.provider.title} cannot look up a response by its ID`,
      causes: [`${told}.`, context.provider.retention],
      steps: [PASTE_JSON],
    };
  }
  return {
    title: TITLES[failure.found](failure),
    causes: CAUSES[failure.found],
    steps: stepsFor(failure.found, baseUrlStep),
    suggestedBaseUrl,
  };
}

const TITLES: Readonly<Record<NotAResponse, (failure: NoResponse) => string>> = {
  empty: () => 'The server answered with nothing',
  html: () => 'The server answered with a web page',
  text: () => 'The server answered with plain text',
  'broken-json': ({ line, column }) =>
    line === null ? 'The answer is broken JSON' : `The answer is broken JSON (line ${line}, column ${column})`,
  'other-json': () => 'The server answered with JSON that is not a Response',
  'chat-completion': () => 'The server answered with a Chat Completion',
  'error-body': ({ status }) => `The server reports an error, though its status says success (${status})`,
  'event-stream': () => 'The server answered with an event stream that was not asked for',
};

const CAUSES: Readonly<Record<NotAResponse, readonly string[]>> = {
  empty: ['Some servers and proxies answer like this to addresses they do not know.'],
  html: ['This is likely a website, a sign-in page or a maintenance page, not the API.'],
  text: ['Something other than a Responses API answered.'],
  'broken-json': ['The answer was cut off on its way, or the server writes JSON wrongly.'],
  'other-json': ['The base URL leads to another API, or the ID to another kind of object.'],
  'chat-completion': ['The base URL leads to the older Chat Completions API, or a proxy translates to it.'],
  'error-body': ['Some servers answer so to an address or an ID they do not know.'],
  'event-stream': ['A proxy may turn every answer into a stream.'],
};

function stepsFor(found: NotAResponse, baseUrlStep: string): readonly string[] {
  if (found === 'broken-json') return ['Fetch again: it may have been cut off.', PASTE_JSON];
  if (found === 'event-stream') return ['Use Stream in place of Fetch.', baseUrlStep];
  return [baseUrlStep, PASTE_JSON];
}

function once(title: string, step: string): AdviceWords {
  return { title, causes: [], steps: [step] };
}
