/** What a recording tells of the request that brought it, without anything that could open a door. */
import type { JsonObject } from '#base/json.ts';
import { redactKeys } from '#base/secret-shape.ts';
import type { RecordingSource } from '#model/recording.ts';
import type { ExportContext } from './export-format.ts';

const HIDDEN = '•••';
/** The headers whose value is written; of every other one only the name, since gateways keep secrets under any name. */
const OPEN_HEADERS: ReadonlySet<string> = new Set(['accept', 'content-type', 'last-event-id']);
/** Parameters of a URL that carry secrets, whatever they look like. */
const SECRET_PARAMETER = /([?&](?:[^=&#]*[-_.])?(?:api[-_]?key|key|token|secret|password|signature|sig|code|auth)=)[^&#]+/gi;

/** The request with its URL and the names of its headers. */
export function redactedRequest({ method, url, headers }: NonNullable<ExportContext['request']>) {
  return {
    method,
    url: redactedUrl(url),
    headers: headers.map(({ name, value }) => ({
      name,
      value: OPEN_HEADERS.has(name.toLowerCase()) ? redactKeys(value, HIDDEN) : hide(value),
    })),
  };
}

/** Where the recording came from, in the names of the API. */
export function redactedSource(source: RecordingSource): JsonObject {
  if (source.kind === 'file') return { kind: 'file', name: redactKeys(source.name, HIDDEN) };
  if (source.kind === 'paste') return { kind: 'paste' };
  const { include, stream, startingAfter, includeObfuscation } = source.parameters;
  return {
    kind: 'api',
    base_url: redactedUrl(source.baseUrl),
    response_id: redactKeys(source.responseId, HIDDEN),
    parameters: {
      include: include.map((value) => redactKeys(value, HIDDEN)),
      stream,
      starting_after: startingAfter === null ? null : redactKeys(startingAfter, HIDDEN),
      include_obfuscation: includeObfuscation,
    },
    request_id: source.requestId,
  };
}

/** User info, parameters that carry secrets and whatever looks like a key are hidden. The URL may be relative. */
function redactedUrl(url: string): string {
  const open = url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, `$1//${HIDDEN}@`).replace(SECRET_PARAMETER, `$1${HIDDEN}`);
  return redactKeys(open, HIDDEN);
}

/** The scheme of an authorization is no secret. */
function hide(value: string): string {
  return `${/^(?:bearer|basic)(?=\s)/i.exec(value)?.[0] ?? ''} ${HIDDEN}`.trim();
}
