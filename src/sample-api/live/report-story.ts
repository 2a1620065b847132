import { assistantMessage, plainResponse } from '#sample-api/plain-response.ts';
import type { Story } from './story.ts';
import { thoughts, usageOf, userMessage } from './story-items.ts';

const THOUGHTS = [
  '**Reading the figures**\n\nThe parcels of the week come from four depots. Harbour and Northline are complete; two days of the hill depot are missing, so its share is an estimate.',
  '**What stands out**\n\nLate parcels went down although there were more of them. The new sorting times at the harbour explain most of it, the dry weather the rest.',
];

const REPORT = `# Parcels, week 47

More parcels than ever, and fewer late ones. The harbour depot sorts at night since Monday, which shows on every route behind it.

## Figures

| depot | parcels | late | before |
| --- | ---: | ---: | ---: |
| Harbour | 18,204 | 1.1 % | 2.9 % |
| Northline | 12,977 | 1.8 % | 2.0 % |
| Old Town | 9,310 | 2.4 % | 2.3 % |
| Hill (estimate) | 4,120 | 3.0 % | 3.2 % |

## What changed

- **Night sorting at the harbour.** Lorries leave at 5:40 now, an hour and ten minutes earlier. The first tour is back before the second is loaded, so that no ramp is used twice.
- **Smaller tours in Old Town.** The market takes two streets until Christmas. Cargo bikes do 31 of the 58 stops; the vans wait at the river.
- **Labels.** 212 parcels had a label that the scanner could not read, 190 of them from one sender. They print darker now.

## What to watch

1. The hill depot sent no figures for Tuesday and Wednesday. Its scale was being exchanged, and the new one numbers its rows from zero.
2. Returns grow faster than parcels: 7.9 % of all, after 7.1 % the week before. Shoes lead, as every winter.
3. With night sorting the harbour has no spare hour. One late train, and the first tour leaves late as well.

> If the trains keep their times, next week should stay below **1.5 %** late in all.

Next report on Monday at nine.
`;

/** A report in one message, after some thought. */
export function reportStory(id: string): Story {
  return {
    response: {
      ...plainResponse(id, []),
      instructions: 'You write the weekly report of a parcel service from its figures.',
      reasoning: { effort: 'medium', summary: 'auto' },
      usage: usageOf(9310, 4096, 918, 320),
    },
    steps: [[thoughts('rs_report_1', ...THOUGHTS)], [assistantMessage('msg_report_1', REPORT)]],
    input: [userMessage('msg_report_0', 'Write the report for week 47.')],
  };
}
