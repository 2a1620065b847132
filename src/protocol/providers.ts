import { isLocalNetworkHost, isLoopbackHost, resolveBaseUrl } from './base-url.ts';
import type { Provider, ProviderMark } from './provider.ts';

const NO_MARK: ProviderMark = { hosts: [], localPort: null, path: null };
const PASTE_INSTEAD = 'Paste or drop the JSON of the response here instead.';
const NO_RETRIEVAL = { canRetrieve: 'no', canStream: 'no', canListInput: 'no', canCancel: 'no' } as const;
const BEARER = { kind: 'bearer' } as const;
const OPTIONAL_KEY = { need: 'optional', label: 'API key (if the server wants one)', placeholder: '' } as const;
const AZURE_NOTES = [
  'Azure does not let web pages call this API: the browser will block the answer.',
  'Put a proxy that allows this page in front of it (API Management can), or paste the JSON of the response here.',
] as const;
const AZURE = {
  auth: { kind: 'header', name: 'api-key' },
  key: { need: 'required', label: 'Azure API key', placeholder: 'Key 1 or Key 2 of the resource' },
  variants: [],
  canRetrieve: 'yes',
  canStream: 'yes',
  canListInput: 'yes',
  canCancel: 'yes',
  reachability: 'blocked',
  retention: 'Azure keeps a response for 30 days, unless it was created with store: false.',
  whenUnreachable: AZURE_NOTES,
} as const;

/** The presets, in the order they are offered. The last one stands for every server we know nothing of. */
export const PROVIDERS: readonly Provider[] = [
  {
    id: 'openai',
    title: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    variants: [
      { title: 'Global', baseUrl: 'https://api.openai.com/v1' },
      { title: 'United States', baseUrl: 'https://us.api.openai.com/v1' },
      { title: 'Europe', baseUrl: 'https://eu.api.openai.com/v1' },
      { title: 'United Arab Emirates', baseUrl: 'https://ae.api.openai.com/v1' },
      { title: 'Australia', baseUrl: 'https://au.api.openai.com/v1' },
      { title: 'India', baseUrl: 'https://in.api.openai.com/v1' },
      { title: 'Japan', baseUrl: 'https://jp.api.openai.com/v1' },
    ],
    auth: BEARER,
    key: { need: 'required', label: 'OpenAI API key', placeholder: 'sk-…' },
    canRetrieve: 'yes',
    canStream: 'yes',
    canListInput: 'yes',
    canCancel: 'yes',
    reachability: 'open',
    notes: [
      'Use a key of the project that made the response.',
      'A stream can be replayed only for a response made with background and stream, and only in its first five minutes or so.',
      'A project with data residency answers only at its own region.',
    ],
    retention: 'OpenAI keeps a response for 30 days, unless it was created with store: false.',
    whenUnreachable: [
      'Check that you are online and that no ad blocker, VPN or company proxy blocks this host.',
      'Some failures inside the service arrive without the headers a browser needs. Try again in a minute.',
    ],
    mark: { hosts: ['api.openai.com', '*.api.openai.com'], localPort: null, path: null },
  },
  {
    ...AZURE,
    id: 'azure',
    title: 'Azure OpenAI (v1)',
    baseUrl: 'https://{resource}.openai.azure.com/openai/v1',
    notes: [...AZURE_NOTES, 'Also at {resource}.services.ai.azure.com/openai/v1. For an Entra token, choose Bearer.'],
    mark: {
      hosts: ['*.openai.azure.com', '*.services.ai.azure.com', '*.cognitiveservices.azure.com'],
      localPort: null,
      path: /\/openai\/v1\/?$/,
    },
  },
  {
    ...AZURE,
    id: 'azure-dated',
    title: 'Azure OpenAI (dated API version)',
    baseUrl: 'https://{resource}.openai.azure.com/openai?api-version=2025-04-01-preview',
    notes: [...AZURE_NOTES, 'The path has no /deployments/ in it: responses are kept per resource.'],
    mark: { hosts: ['*.openai.azure.com', '*.services.ai.azure.com', '*.cognitiveservices.azure.com'], localPort: null, path: null },
  },
  {
    id: 'xai',
    title: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    variants: [],
    auth: BEARER,
    key: { need: 'required', label: 'xAI API key', placeholder: 'xai-…' },
    canRetrieve: 'yes',
    canStream: 'unknown',
    canListInput: 'no',
    canCancel: 'no',
    reachability: 'unknown',
    notes: [
      'It has no list of input items and no background responses.',
      'Whether it answers web pages is not documented. If it does not, paste the JSON.',
    ],
    retention: 'xAI keeps a response for 30 days, unless it was created with store: false.',
    whenUnreachable: ['xAI may not allow calls from a web page.', PASTE_INSTEAD],
    mark: { hosts: ['api.x.ai', '*.api.x.ai'], localPort: null, path: null },
  },
  {
    id: 'vllm',
    title: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    variants: [],
    auth: BEARER,
    key: OPTIONAL_KEY,
    canRetrieve: 'unless-configured',
    canStream: 'yes',
    canListInput: 'no',
    canCancel: 'yes',
    reachability: 'open',
    notes: [
      'It keeps responses only when it is started with VLLM_ENABLE_RESPONSES_API_STORE=1.',
      'Only responses made with background and stream can be streamed again.',
      'Without the store, paste the JSON of the response here.',
    ],
    retention: 'vLLM keeps responses in memory until it restarts, and only when started with VLLM_ENABLE_RESPONSES_API_STORE=1.',
    whenUnreachable: [
      'Check that vLLM runs and listens on this port.',
      'It allows every page by default. Look for an --allowed-origins option that leaves this page out.',
    ],
    mark: { hosts: [], localPort: 8000, path: null },
  },
  {
    id: 'sglang',
    title: 'SGLang',
    baseUrl: 'http://localhost:30000/v1',
    variants: [],
    auth: BEARER,
    key: OPTIONAL_KEY,
    canRetrieve: 'yes',
    canStream: 'no',
    canListInput: 'no',
    canCancel: 'yes',
    reachability: 'open',
    notes: ['It keeps responses in memory only.', 'It can retrieve and cancel, but not stream a response again.'],
    retention: 'SGLang keeps responses in memory until it restarts.',
    whenUnreachable: ['Check that SGLang runs and listens on this port.', 'A proxy in front of it may drop the headers a browser needs.'],
    mark: { hosts: [], localPort: 30000, path: null },
  },
  {
    ...NO_RETRIEVAL,
    id: 'llama-cpp',
    title: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    variants: [],
    // Its preflight answer allows every header but Authorization, which the wildcard never covers.
    auth: { kind: 'header', name: 'X-Api-Key' },
    key: OPTIONAL_KEY,
    reachability: 'open',
    notes: [
      `llama.cpp keeps no responses and cannot look one up by ID. ${PASTE_INSTEAD}`,
      'With a key, it answers a page only when the key is sent as X-Api-Key.',
    ],
    retention: 'llama.cpp keeps no responses.',
    whenUnreachable: [
      'Check that llama-server runs and listens on this port.',
      'With tools or MCP on, it allows pages on localhost only. See its --cors-origins option.',
      'With a key, send it as X-Api-Key: the browser blocks Authorization here.',
    ],
    mark: { hosts: [], localPort: 8080, path: null },
  },
  {
    ...NO_RETRIEVAL,
    id: 'lm-studio',
    title: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    variants: [],
    auth: BEARER,
    key: OPTIONAL_KEY,
    reachability: 'flag-needed',
    notes: [
      `LM Studio documents no way to look up a response by ID. ${PASTE_INSTEAD}`,
      'It answers web pages only when CORS is on: lms server start --cors, or the switch in its server settings.',
    ],
    retention: 'LM Studio documents no way to look up a response by ID.',
    whenUnreachable: [
      'Turn on CORS: lms server start --cors, or the switch in the server settings.',
      'Check that its server runs on this port.',
    ],
    mark: { hosts: [], localPort: 1234, path: null },
  },
  {
    ...NO_RETRIEVAL,
    id: 'ollama',
    title: 'Ollama',
    baseUrl: 'http://localhost:11434/v1',
    variants: [],
    auth: BEARER,
    key: OPTIONAL_KEY,
    reachability: 'flag-needed',
    notes: [
      `Ollama keeps no responses and cannot look one up by ID. ${PASTE_INSTEAD}`,
      'It answers pages on localhost. For other pages, name them in OLLAMA_ORIGINS.',
      'It refuses requests with an organization or a project.',
    ],
    retention: 'Ollama keeps no responses.',
    whenUnreachable: [
      'Set OLLAMA_ORIGINS to the address of this page and restart Ollama, unless this page is on localhost.',
      'Leave organization and project empty: Ollama does not allow those headers.',
      'Check that Ollama runs on this port.',
    ],
    mark: { hosts: [], localPort: 11434, path: null },
  },
  {
    ...NO_RETRIEVAL,
    id: 'openrouter',
    title: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    variants: [],
    auth: BEARER,
    key: { need: 'required', label: 'OpenRouter API key', placeholder: 'sk-or-…' },
    reachability: 'open',
    notes: [`OpenRouter keeps no responses and cannot look one up by ID. ${PASTE_INSTEAD}`],
    retention: 'OpenRouter keeps no responses.',
    whenUnreachable: ['Check that you are online and that no ad blocker, VPN or company proxy blocks this host.'],
    mark: { hosts: ['openrouter.ai'], localPort: null, path: null },
  },
  {
    id: 'sample',
    title: 'Sample API',
    baseUrl: '/sample/v1',
    variants: [],
    auth: BEARER,
    key: { need: 'required', label: 'API key (sk-sample works)', placeholder: 'sk-sample' },
    canRetrieve: 'yes',
    canStream: 'yes',
    canListInput: 'yes',
    canCancel: 'yes',
    reachability: 'open',
    notes: ['Invented responses that come with this viewer. The key is sk-sample.'],
    retention: 'The sample API knows the responses listed on the home screen.',
    whenUnreachable: ['Check that the server of this page still runs.'],
    mark: { hosts: [], localPort: null, path: /^\/(?:.*\/)?sample\/v1\/?$/ },
  },
  {
    id: 'custom',
    title: 'Another server',
    baseUrl: '',
    variants: [],
    auth: BEARER,
    key: OPTIONAL_KEY,
    canRetrieve: 'yes',
    canStream: 'unknown',
    canListInput: 'unknown',
    canCancel: 'unknown',
    reachability: 'unknown',
    notes: [
      'The base URL is the part in front of /responses.',
      'The server must allow web pages to call it (CORS). If it does not, paste the JSON.',
    ],
    retention: 'Many compatible servers keep responses for a short time or not at all.',
    whenUnreachable: [
      'Check that the server runs and that the base URL is right.',
      'The server must allow this page to call it (CORS), with the header that carries the key.',
    ],
    mark: NO_MARK,
  },
];

const CUSTOM = providerNamed('custom');

/** The preset with this ID, or the one for unknown servers. */
export function providerById(id: string): Provider {
  return PROVIDERS.find((provider) => provider.id === id) ?? CUSTOM;
}

/** Guesses the preset from a base URL: by host, by the usual port of a local server, by path. Answers `custom` when nothing fits. */
export function providerForBaseUrl(baseUrl: string, pageOrigin: string | null = null): Provider {
  const resolved = resolveBaseUrl(baseUrl, pageOrigin ?? 'http://localhost');
  if (!resolved.ok) return PROVIDERS.find((provider) => provider.baseUrl === baseUrl) ?? CUSTOM;
  const isOwnPage = baseUrl.startsWith('/') || resolved.url.origin === pageOrigin;
  return PROVIDERS.find((provider) => isMarked(resolved.url, isOwnPage, provider.mark)) ?? CUSTOM;
}

function isMarked(url: URL, isOwnPage: boolean, { hosts, localPort, path }: ProviderMark): boolean {
  if (path !== null && !path.test(url.pathname)) return false;
  if (hosts.length > 0) return hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host));
  if (localPort === null) return path !== null && (isOwnPage || isLoopbackHost(url.hostname));
  return url.port === String(localPort) && (isLoopbackHost(url.hostname) || isLocalNetworkHost(url.hostname));
}

function providerNamed(id: string): Provider {
  const provider = PROVIDERS.find((one) => one.id === id);
  if (provider === undefined) throw new Error(`There is no provider “${id}”.`);
  return provider;
}
