/** The options of a curl command, sorted by what they mean for us. Knows which options take an argument; runs nothing. */
export type CurlArguments = {
  readonly urls: readonly string[];
  /** Each as written: `Name: value`. */
  readonly headers: readonly string[];
  /** Bodies, or query parts when `isGet`. Already encoded where `--data-urlencode` asked for it. */
  readonly data: readonly string[];
  readonly method: string | null;
  readonly isGet: boolean;
  readonly user: string | null;
  readonly bearer: string | null;
  /** What a browser cannot do, as phrases, each once. */
  readonly notHonoured: readonly string[];
};

type Sorted = { -readonly [Name in keyof CurlArguments]: CurlArguments[Name] extends readonly string[] ? string[] : CurlArguments[Name] };
type Handler = (sorted: Sorted, value: string) => void;
type Option = { readonly takesValue: boolean; readonly handle: Handler };

const SHORT_NAMES: Readonly<Record<string, string>> = {
  H: 'header',
  X: 'request',
  d: 'data',
  F: 'form',
  G: 'get',
  I: 'head',
  u: 'user',
  b: 'cookie',
  c: 'cookie-jar',
  k: 'insecure',
  x: 'proxy',
  U: 'proxy-user',
  E: 'cert',
  L: 'location',
  n: 'netrc',
  K: 'config',
  T: 'upload-file',
};
/** Options with a value that changes nothing for us. */
const IGNORED_WITH_VALUE = new Set(
  'A e o m w D r y Y z C Q P t user-agent referer output max-time connect-timeout write-out dump-header retry retry-delay retry-max-time range limit-rate speed-time speed-limit output-dir trace trace-ascii stderr keepalive-time variable expand-url max-redirs ciphers tls-max parallel-max rate'.split(
    ' ',
  ),
);

/** Sorts the words behind `curl`. Unknown options are taken as switches. */
export function readCurlArguments(words: readonly string[]): CurlArguments {
  const sorted: Sorted = { urls: [], headers: [], data: [], method: null, isGet: false, user: null, bearer: null, notHonoured: [] };
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    index += 1;
    if (word.startsWith('--')) index += readLong(sorted, word.slice(2), words[index]);
    else if (word.length > 1 && word.startsWith('-')) index += readShort(sorted, word.slice(1), words[index]);
    else if (word !== '' && word !== '-') sorted.urls.push(word);
  }
  return { ...sorted, notHonoured: [...new Set(sorted.notHonoured)] };
}

/** Both readers answer how many of the following words they used. */
function readLong(sorted: Sorted, name: string, next: string | undefined): number {
  const [, bare = name, inline] = /^([\w.-]+)=([\s\S]*)$/.exec(name) ?? [];
  const option = optionOf(bare);
  option?.handle(sorted, option.takesValue ? (inline ?? next ?? '') : '');
  return option?.takesValue === true && inline === undefined ? 1 : 0;
}

/** `-sSL`, `-XGET`, `-H 'a: b'`: letters until one takes the rest of the word, or the next word. */
function readShort(sorted: Sorted, letters: string, next: string | undefined): number {
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charAt(index);
    const option = optionOf(SHORT_NAMES[letter] ?? letter);
    const rest = letters.slice(index + 1);
    if (option?.takesValue === true) {
      option.handle(sorted, rest === '' ? (next ?? '') : rest);
      return rest === '' ? 1 : 0;
    }
    option?.handle(sorted, '');
  }
  return 0;
}

function optionOf(name: string): Option | null {
  if (Object.hasOwn(OPTIONS, name)) return OPTIONS[name] ?? null;
  return IGNORED_WITH_VALUE.has(name) ? { takesValue: true, handle: () => undefined } : null;
}

function value(handle: Handler): Option {
  return { takesValue: true, handle };
}

function cannot(phrase: string, takesValue: boolean): Option {
  return { takesValue, handle: ({ notHonoured }) => notHonoured.push(phrase) };
}

function addData(sorted: Sorted, text: string) {
  if (text.startsWith('@')) sorted.notHonoured.push('data from a file (@)');
  sorted.data.push(text.startsWith('@') ? '' : text);
}

/** `content`, `=content`, `name=content`: only the content is encoded. `name@file` names a file. */
function addEncodedData(sorted: Sorted, text: string) {
  const equals = text.indexOf('=');
  if (equals === -1 && text.includes('@')) addData(sorted, '@');
  else if (equals <= 0) addData(sorted, encodeURIComponent(text.slice(equals + 1)));
  else addData(sorted, `${text.slice(0, equals)}=${encodeURIComponent(text.slice(equals + 1))}`);
}

const OPTIONS: Readonly<Record<string, Option>> = {
  url: value(({ urls }, text) => urls.push(text)),
  header: value(({ headers, notHonoured }, text) =>
    text.startsWith('@') ? notHonoured.push('headers from a file (@)') : headers.push(text),
  ),
  request: value((sorted, text) => (sorted.method = text.toUpperCase())),
  get: { takesValue: false, handle: (sorted) => (sorted.isGet = true) },
  head: { takesValue: false, handle: (sorted) => (sorted.method = 'HEAD') },
  user: value((sorted, text) => (sorted.user = text)),
  'oauth2-bearer': value((sorted, text) => (sorted.bearer = text)),
  data: value(addData),
  'data-ascii': value(addData),
  'data-binary': value(addData),
  'data-raw': value(({ data }, text) => data.push(text)),
  json: value(addData),
  form: value(addData),
  'form-string': value(addData),
  'data-urlencode': value(addEncodedData),
  'url-query': value((sorted, text) => {
    sorted.isGet = true;
    addEncodedData(sorted, text);
  }),
  'upload-file': cannot('uploads (-T)', true),
  cookie: cannot('cookies (-b)', true),
  'cookie-jar': cannot('cookies (-c)', true),
  insecure: cannot('skipping the certificate check (-k)', false),
  proxy: cannot('a proxy (-x)', true),
  preproxy: cannot('a proxy (--preproxy)', true),
  socks4: cannot('a proxy (--socks4)', true),
  socks4a: cannot('a proxy (--socks4a)', true),
  socks5: cannot('a proxy (--socks5)', true),
  'socks5-hostname': cannot('a proxy (--socks5-hostname)', true),
  'proxy-user': cannot('a proxy (-U)', true),
  'proxy-header': cannot('a proxy (--proxy-header)', true),
  noproxy: { takesValue: true, handle: () => undefined },
  resolve: cannot('an address of your own for the host (--resolve)', true),
  'connect-to': cannot('an address of your own for the host (--connect-to)', true),
  interface: cannot('a network interface (--interface)', true),
  'dns-servers': cannot('name servers of your own (--dns-servers)', true),
  'unix-socket': cannot('a Unix socket (--unix-socket)', true),
  cert: cannot('a client certificate (--cert)', true),
  key: cannot('a client certificate (--key)', true),
  pass: cannot('a client certificate (--pass)', true),
  cacert: cannot('a certificate authority of your own (--cacert)', true),
  capath: cannot('a certificate authority of your own (--capath)', true),
  pinnedpubkey: cannot('a pinned certificate (--pinnedpubkey)', true),
  location: cannot('following redirects (-L)', false),
  'location-trusted': cannot('following redirects (--location-trusted)', false),
  netrc: cannot('passwords from a file (-n)', false),
  'netrc-file': cannot('passwords from a file (--netrc-file)', true),
  digest: cannot('Digest authentication', false),
  ntlm: cannot('NTLM authentication', false),
  negotiate: cannot('Negotiate authentication', false),
  'aws-sigv4': cannot('AWS signatures (--aws-sigv4)', true),
  config: cannot('options from a file (-K)', true),
};
