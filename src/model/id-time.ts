/** 2023-01-01 and 2040-01-01 in Unix seconds: what lies outside is no time. */
const EARLIEST = 1_672_531_200;
const LATEST = 2_208_988_800;

/**
 * When the thing with this ID was made, in Unix seconds with a fraction, or null where the ID does not say. OpenAI and Azure write it
 * into their IDs: 48 hex digits that start with the time, or 50 with 16 digits shared by all of a chain and two zeros before it.
 * In recordings the seconds of `resp_…` are `created_at`, and items come after them.
 */
export function timeOfId(id: string): number | null {
  const hex = /^[a-z]{1,8}_([0-9a-f]{48}|[0-9a-f]{16}00[0-9a-f]{32})$/.exec(id)?.[1];
  if (hex === undefined) return null;
  const digits = hex.slice(hex.length === 50 ? 18 : 0);
  const seconds = Number.parseInt(digits.slice(0, 8), 16);
  if (seconds < EARLIEST || seconds > LATEST) return null;
  return seconds + Number.parseInt(digits.slice(8, 12), 16) / 65_536;
}
