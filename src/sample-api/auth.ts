import { Refusal } from './errors.ts';

/** The one key that works. It opens nothing but the samples, so it may stand in documentation. */
export const SAMPLE_KEY = 'sk-sample';

/** Throws a 401 unless the headers carry the sample key, as `Authorization: Bearer …` or, as Azure has it, as `api-key: …`. */
export function requireSampleKey(headers: Headers) {
  const key = bearerToken(headers.get('authorization')) ?? headers.get('api-key');
  if (key === SAMPLE_KEY) return;
  if (!key) {
    throw new Refusal(401, {
      message: `No API key was sent. Send one as "Authorization: Bearer KEY"; the sample API takes ${SAMPLE_KEY}.`,
    });
  }
  throw new Refusal(401, {
    message: `The API key ${maskKey(key)} is not valid here. The sample API takes ${SAMPLE_KEY}.`,
    code: 'invalid_api_key',
  });
}

function bearerToken(authorization: string | null): string | null {
  return authorization?.match(/^bearer\s+(.*\S)/i)?.[1] ?? null;
}

/** Enough of a key to recognise it: the last four characters, and of keys shorter than 16 nothing. */
function maskKey(key: string): string {
  return key.length >= 16 ? `***${key.slice(-4)}` : '***';
}
