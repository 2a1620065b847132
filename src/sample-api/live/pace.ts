import type { EventDraft } from '#sample-api/event-writing/item-events.ts';

/** An event of a run and when it comes, in milliseconds since the run began. */
export type Moment = { readonly at: number; readonly draft: EventDraft };

/** How long what leads to an event takes, in milliseconds: at least, and how much more at most. The first row that fits counts. */
const PAUSES: readonly { readonly event: RegExp; readonly least: number; readonly more: number }[] = [
  { event: /^(?:created|queued)$/, least: 0, more: 0 },
  { event: /^in_progress$/, least: 500, more: 600 },
  { event: /^output_item\.added$/, least: 300, more: 500 },
  { event: /^shell_call_output_content\.delta$/, least: 900, more: 1400 },
  { event: /_text\.delta$/, least: 18, more: 55 },
  { event: /\.delta$/, least: 25, more: 60 },
  { event: /^(?:mcp_list_tools|file_search_call)\.completed$/, least: 600, more: 700 },
  { event: /^(?:web_search_call\.completed|mcp_call\.(?:completed|failed))$/, least: 1100, more: 1900 },
  { event: /^code_interpreter_call\.completed$/, least: 1800, more: 1500 },
  { event: /^image_generation_call\.(?:partial_image|completed)$/, least: 1600, more: 900 },
  { event: /\.(?:searching|interpreting|generating|compacting)$/, least: 120, more: 200 },
  { event: /(?:)/, least: 3, more: 9 },
];

/** How long the server takes before it sends this event. `random` draws from [0, 1). */
export function pauseBefore(name: string, random: () => number): number {
  const { least, more } = PAUSES.find(({ event }) => event.test(name)) ?? { least: 0, more: 0 };
  return least + random() * more;
}

/** The same moments, gathered into bursts with up to so many milliseconds of silence between them. */
export function inBursts(moments: readonly Moment[], longestSilence: number): readonly Moment[] {
  const last = moments.at(-1)?.at ?? 0;
  let burst = 0;
  let count = 0;
  return moments.map((moment) => {
    while (burst < moment.at) {
      count += 1;
      burst += longestSilence * (0.3 + (0.7 * ((count * 7) % 10)) / 9);
    }
    return { ...moment, at: Math.min(burst, last) };
  });
}

/** The same moments as a proxy passes them on that sends what it has every so many milliseconds. */
export function inReads(moments: readonly Moment[], milliseconds: number): readonly Moment[] {
  return moments.map((moment) => ({ ...moment, at: Math.ceil(moment.at / milliseconds) * milliseconds }));
}

export type Silence = {
  /** Where in the story it falls, from 0 to 1; or the name of the event it comes before. */
  readonly at: number | string;
  readonly milliseconds: number;
};

/** The same moments with silences between them, one after the other, in which a `keepalive` event comes every so many milliseconds. */
export function withSilences(moments: readonly Moment[], silences: readonly Silence[], keepaliveEvery = Infinity): readonly Moment[] {
  let rest = silences;
  let shift = 0;
  return moments.flatMap((moment, index) => {
    const [silence] = rest;
    const kept: Moment[] = [];
    if (silence !== undefined && isReached(silence, moment, index / moments.length)) {
      rest = rest.slice(1);
      for (let at = keepaliveEvery; at < silence.milliseconds; at += keepaliveEvery) {
        kept.push({ at: moment.at + shift + at, draft: { name: 'keepalive', fields: {} } });
      }
      shift += silence.milliseconds;
    }
    return [...kept, { ...moment, at: moment.at + shift }];
  });
}

function isReached({ at }: Silence, { draft }: Moment, part: number): boolean {
  return typeof at === 'string' ? draft.name === at : part >= at;
}
