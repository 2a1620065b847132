import { isLocalNetworkHost, isLoopbackHost, parseUrl, resolveBaseUrl } from '#protocol/base-url.ts';
import { OPENS_OFFLINE, PASTE_JSON, type AdviceWords, type FailureContext } from './failure-advice.ts';

/** No answer at all. The browser hides the reason from a page, so this says what to check for this very server. */
export function explainUnreachable(context: FailureContext): AdviceWords {
  const resolved = resolveBaseUrl(context.baseUrl, context.pageOrigin);
  const target = resolved.ok ? resolved.url : null;
  const isLocal = target !== null && isLoopbackHost(target.hostname);
  const host = target?.host ?? 'The server';
  if (context.online === false && !isLocal) {
    return {
      title: 'You are offline',
      causes: [`${host} cannot be asked: the browser has no network connection.`],
      steps: ['Connect to the network, then fetch again.', OPENS_OFFLINE, PASTE_JSON],
      mayRetry: true,
    };
  }
  const isBlocked = context.provider.reachability === 'blocked';
  return {
    title: isBlocked ? `${context.provider.title} does not answer web pages` : `${host} could not be reached`,
    causes: [
      'The server is down, its name is wrong, or it does not allow this page to read its answers (CORS). A browser does not tell a page which.',
    ],
    steps: [...context.provider.whenUnreachable, ...networkSteps(target, context.pageOrigin), PASTE_JSON],
    mayRetry: !isBlocked,
  };
}

/** An https page may not ask this plain-http server. */
export function explainMixedContent(host: string): AdviceWords {
  return {
    title: 'The browser does not let this page ask a plain http server',
    causes: [`This page came over https and ${host} would be asked over http (mixed content).`],
    steps: [
      'Use https in the base URL, if the server speaks it.',
      'Or run this viewer on your own computer: a page on http://localhost may ask http servers.',
      'Or reach the server through a tunnel at http://localhost, which browsers allow.',
    ],
  };
}

/** What stands between a page and a server on this computer or its network. */
function networkSteps(target: URL | null, pageOrigin: string | null): readonly string[] {
  const page = pageOrigin === null ? null : parseUrl(pageOrigin);
  if (target === null) return [];
  const isLoopback = isLoopbackHost(target.hostname);
  if (!isLoopback && !isLocalNetworkHost(target.hostname)) return [];
  const steps: string[] = [];
  const isPageLocal = page !== null && isLoopbackHost(page.hostname);
  if (page !== null && !isPageLocal) {
    steps.push('Chrome and Edge ask whether this page may use your local network. Allow it, also in the settings left of the address.');
    if (page.protocol === 'http:') steps.push('They give that permission to https pages only, and this page came over http.');
  }
  if (page?.protocol === 'https:' && target.protocol === 'http:') {
    steps.push(
      isLoopback
        ? 'Safari blocks http servers for https pages, also on localhost. Use another browser, or run this viewer on localhost.'
        : 'Other browsers block plain http from an https page (mixed content). Use https, a tunnel to localhost, or run this viewer on localhost.',
    );
  }
  if (target.protocol === 'https:') steps.push(`Local servers often speak plain http: try http://${target.host}.`);
  if (target.hostname === '0.0.0.0') steps.push('0.0.0.0 is where a server listens, not an address to ask. Use localhost.');
  return steps;
}
