import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatCount, formatNumber } from '#base/format-number.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { wordsFor } from '#model/field-words.ts';
import { sentValue, type RequestSection, type RequestSectionId } from '#model/request-fields.ts';
import { ellipsis } from '#base/truncate.ts';

/** What a closed section holds, in one line. */
export function sectionSummary(section: RequestSection, response: JsonObject): string {
  const lead = LEADS[section.id];
  const names = lead ?? section.fields;
  const parts = names.flatMap((name) => {
    const value = sentValue(response, name);
    return value === undefined || value === null ? [] : [partOf(name, value, response)];
  });
  return parts.length === 0 ? (section.id === 'other' ? '' : 'nothing set') : ellipsis(parts.join(' · '), 160);
}

/** The fields that stand for their section; all of them where none is named. */
const LEADS: Readonly<Partial<Record<RequestSectionId, readonly string[]>>> = {
  identity: ['model', 'status', 'service_tier'],
  tools: ['tools', 'tool_choice'],
  outcome: ['error', 'incomplete_details', 'output', 'usage'],
};

function partOf(name: string, value: JsonValue, response: JsonObject): string {
  if (name === 'instructions' && typeof value === 'string') return formatBytes(utf8Length(value));
  if (name === 'error') return stringOf(isJsonObject(value) ? value['code'] : value) ?? 'error';
  const words = wordsFor(name, value, response)?.replace(/ → .*/, '') ?? null;
  if (typeof value === 'object' && words !== null) return words;
  if (typeof value === 'number') return `${name} ${formatNumber(value)}`;
  if (typeof value === 'string') return name === 'model' || name === 'status' ? value : `${name} ${ellipsis(value, 40)}`;
  if (isJsonArray(value)) return `${name}: ${formatCount(value.length, 'entry', 'entries')}`;
  return isJsonObject(value) ? name : `${name} ${String(value)}`;
}
