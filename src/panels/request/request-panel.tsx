import { useMemo, useRef } from 'react';
import type { JsonObject } from '#base/json.ts';
import { markView, untracked } from '#base/tracked-json.ts';
import type { Recording } from '#model/recording.ts';
import type { Reveal } from '#model/reveal.ts';
import { maskSecrets, requestSections, sentValue, type RequestSection, type RequestSectionId } from '#model/request-fields.ts';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { FieldRows } from '#ui/field-row.tsx';
import { useReveal } from '#ui/use-reveal.ts';
import { RequestField } from './request-field.tsx';
import { sectionSummary } from './section-summary.ts';

type RequestPanelProps = { readonly recording: Recording; readonly expansion: Expansion; readonly reveal?: Reveal | null };

/** What the model was asked for, as far as the response echoes it: every field of the body by its wire name. */
export function RequestPanel({ recording, expansion, reveal = null }: RequestPanelProps) {
  const { response } = recording;
  const panel = useRef<HTMLDivElement>(null);
  useReveal(panel, reveal);
  const sections = useMemo(() => requestSections(response), [response]);
  return (
    <div
      ref={panel}
      className="grid max-w-[110rem] grid-cols-[minmax(0,1fr)] items-start gap-2 p-2 sm:p-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      {[sections.filter(({ id }) => WIDE.has(id)), sections.filter(({ id }) => !WIDE.has(id))].map((column, index) => (
        <div key={index} className="flex min-w-0 flex-col gap-2">
          {column.map((section) => (
            <Section key={section.id} section={section} response={response} expansion={expansion} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The sections with texts, schemas and lists stand left, the short settings beside them. */
const WIDE = new Set<RequestSectionId>(['identity', 'instructions', 'tools', 'text']);

type SectionProps = { readonly section: RequestSection; readonly response: JsonObject; readonly expansion: Expansion };

function Section({ section, response, expansion }: SectionProps) {
  return (
    <DisclosureSection
      title={section.title}
      summary={sectionSummary(section, untracked(response))}
      keepsSummaryOpen={false}
      expansion={expansion}
      paths={section.fields.map((name) => [name])}
    >
      <FieldRows>
        {section.fields.map((name) => (
          <Field key={name} name={name} response={response} expansion={expansion} />
        ))}
      </FieldRows>
    </DisclosureSection>
  );
}

/** Fields whose parts are shown elsewhere. */
const TABS_OF_THEIR_OWN = new Set(['output', 'usage']);

/** The items have a tab of their own, so `output` is not searched for secrets: only its length is shown here. */
function Field({ name, response, expansion }: Omit<SectionProps, 'section'> & { readonly name: string }) {
  const sent = sentValue(response, name);
  if (!TABS_OF_THEIR_OWN.has(name)) markView(sent, 'opened');
  const value = useMemo(() => (sent === undefined || name === 'output' ? sent : maskSecrets(sent)), [sent, name]);
  return <RequestField name={name} value={value} response={response} expansion={expansion} />;
}
