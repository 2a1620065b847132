import { ChevronDown, ChevronRight, CircleAlert, Radio, SlidersHorizontal, Square } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { isInsecure } from '#protocol/request.ts';
import { providerById } from '#protocol/providers.ts';
import { hostOf } from '#state/connections.ts';
import { withBaseUrl, type OpenDraft } from '#state/open-draft.ts';
import { isSampleConnection } from '#state/secret-of.ts';
import { Button } from '#ui/button.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { ConnectionSelect } from './connection-select.tsx';
import { KeepField } from './keep-field.tsx';
import { KeyField } from './key-field.tsx';
import { ParameterFields } from './parameter-fields.tsx';
import { ResponseIdField } from './response-id-field.tsx';
import type { OpenFormState } from './use-open-form.ts';

type OpenFormProps = {
  readonly form: OpenFormState;
  /** `page`: the home screen and links without a key. `bar`: one row above a response, the rest behind "Options". */
  readonly layout: 'page' | 'bar';
  /** Ends what is under way; null when nothing is. */
  readonly onStop: (() => void) | null;
  /** The key field of the bar stands there also where the screen is narrow. */
  readonly isKeyWanted?: boolean;
};

/** The one form of every page: what to get, from where, with which key. */
export function OpenForm({ form, layout, onStop, isKeyWanted = false }: OpenFormProps) {
  function submit(event: FormEvent) {
    event.preventDefault();
    form.submit();
  }
  return (
    <form onSubmit={submit} noValidate aria-label="Open a response" className="min-w-0 flex-1">
      {layout === 'page' ? <PageLayout form={form} onStop={onStop} /> : <BarLayout form={form} onStop={onStop} isKeyWanted={isKeyWanted} />}
    </form>
  );
}

type LayoutProps = Omit<OpenFormProps, 'layout'>;

function PageLayout({ form, onStop }: LayoutProps) {
  const { draft, setDraft } = form;
  return (
    <div className="grid gap-3.5">
      <ResponseIdField form={form} />
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        <ConnectionSelect draft={draft} onChange={setDraft} />
        <BaseUrlField draft={draft} onChange={setDraft} />
      </div>
      <ProviderNotes draft={draft} />
      <KeyInput draft={draft} onChange={setDraft} />
      <KeepField draft={draft} onChange={setDraft} />
      <Disclosure title="Parameters" summary={parameterSummary(draft)}>
        <ParameterFields key={form.revision} value={draft.parameters} onChange={(parameters) => setDraft({ ...draft, parameters })} />
      </Disclosure>
      <Disclosure title="Authentication and headers" summary={connectionSummary(draft)}>
        <ConnectionFields value={draft.connection} onChange={(connection) => setDraft({ ...draft, connection })} />
      </Disclosure>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" className="px-5">
          Fetch
        </Button>
        <StreamButton form={form} />
        <StopButton onStop={onStop} />
        <span className="text-secondary">or drop or paste a response or its stream anywhere</span>
      </div>
    </div>
  );
}

function BarLayout({ form, onStop, isKeyWanted = false }: LayoutProps) {
  const { draft, setDraft } = form;
  const [areOptionsOpen, setOptionsOpen] = useState(false);
  const optionsId = useId();
  const besides = areOptionsOpen ? '' : 'max-lg:hidden';
  return (
    <div className="grid min-w-0 gap-1.5">
      <div className="flex min-w-0 flex-wrap items-start gap-1.5">
        <div className={`min-w-40 flex-[2_1_12rem] max-lg:basis-full ${besides}`}>
          <BaseUrlField draft={draft} onChange={setDraft} isLabelHidden />
        </div>
        <div className="min-w-0 flex-[4_1_8rem]">
          <ResponseIdField form={form} isLabelHidden />
        </div>
        <div className={`min-w-32 flex-[1_1_9rem] max-lg:order-1 max-lg:basis-full ${isKeyWanted ? '' : besides}`}>
          <KeyInput draft={draft} onChange={setDraft} isLabelHidden />
        </div>
        <Button
          aria-expanded={areOptionsOpen}
          aria-controls={optionsId}
          onClick={() => setOptionsOpen(!areOptionsOpen)}
          title="Connection, key, parameters, headers"
          className="max-sm:px-2"
        >
          <SlidersHorizontal size={13} aria-hidden className="sm:hidden" />
          <span className="max-sm:sr-only">{optionCount(draft) === 0 ? 'Options' : `Options (${optionCount(draft)})`}</span>
          <ChevronDown size={13} aria-hidden className={areOptionsOpen ? 'rotate-180' : ''} />
        </Button>
        <Button type="submit" look="primary">
          Fetch
        </Button>
        <StreamButton form={form} isShort />
        <BarStopButton onStop={onStop} />
      </div>
      <div id={optionsId} hidden={!areOptionsOpen} className="grid gap-3 border-t border-line py-2 md:grid-cols-2">
        <div className="grid content-start gap-3">
          <ConnectionSelect draft={draft} onChange={setDraft} />
          <ProviderNotes draft={draft} />
          <KeepField draft={draft} onChange={setDraft} />
          <ConnectionFields value={draft.connection} onChange={(connection) => setDraft({ ...draft, connection })} />
        </div>
        <ParameterFields key={form.revision} value={draft.parameters} onChange={(parameters) => setDraft({ ...draft, parameters })} />
      </div>
    </div>
  );
}

/** `Fetch` with stream=true. */
function StreamButton({ form, isShort = false }: { readonly form: OpenFormState; readonly isShort?: boolean }) {
  return (
    <Button
      onClick={() => form.submit('stream')}
      title="Fetch with stream=true: watch the events arrive"
      className={isShort ? 'max-sm:w-8 max-sm:px-0' : ''}
    >
      <Radio size={13} aria-hidden className={isShort ? 'sm:hidden' : ''} />
      <span className={isShort ? 'max-sm:sr-only' : ''}>Stream</span>
    </Button>
  );
}

function StopButton({ onStop }: { readonly onStop: (() => void) | null }) {
  if (onStop === null) return null;
  return (
    <Button look="danger" onClick={onStop}>
      <Square size={11} fill="currentColor" aria-hidden />
      Stop
    </Button>
  );
}

/** Always has its place, so that nothing moves when loading starts and ends. */
function BarStopButton({ onStop }: { readonly onStop: (() => void) | null }) {
  return (
    <Button
      look="danger"
      aria-label="Stop"
      title="Stop"
      onClick={() => onStop?.()}
      className={`w-8 px-0 ${onStop === null ? 'invisible' : ''}`}
    >
      <Square size={11} fill="currentColor" aria-hidden />
    </Button>
  );
}

type DraftProps = { readonly draft: OpenDraft; readonly onChange: (draft: OpenDraft) => void; readonly isLabelHidden?: boolean };

function BaseUrlField({ draft, onChange, isLabelHidden = false }: DraftProps) {
  return (
    <Field label="Base URL" isLabelHidden={isLabelHidden}>
      <TextInput
        inputMode="url"
        value={draft.connection.baseUrl}
        onChange={(event) => onChange(withBaseUrl(draft, event.target.value))}
        placeholder="https://host/v1"
        title="Base URL: what stands in front of /responses"
        className="font-mono"
      />
    </Field>
  );
}

function KeyInput({ draft, onChange, isLabelHidden = false }: DraftProps) {
  const { connection, key } = draft;
  const provider = providerById(connection.presetId);
  const isSample = isSampleConnection(connection);
  const destination = isSample ? 'not needed for the samples' : `goes to ${hostOf(connection.baseUrl)} and nowhere else`;
  return (
    <div>
      <KeyField
        value={key}
        onChange={(next) => onChange({ ...draft, key: next })}
        placeholder={isLabelHidden && provider.key.placeholder === '' ? 'API key' : provider.key.placeholder}
        destination={destination}
        isLabelHidden={isLabelHidden}
      />
      {isInsecure(connection.baseUrl, location.origin) && !isSample ? (
        <p className="mt-1 flex gap-1.5 text-sm text-warning">
          <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          This is plain http to another machine: whoever is on the way can read the key.
        </p>
      ) : null}
    </div>
  );
}

/** What the chosen server can and cannot do, before a key is typed. */
function ProviderNotes({ draft }: { readonly draft: OpenDraft }) {
  const { title, notes, canRetrieve, reachability } = providerById(draft.connection.presetId);
  const isWarning = canRetrieve !== 'yes' || reachability === 'blocked';
  const [first, ...others] = notes;
  if (first === undefined) return null;
  return (
    <details
      open={isWarning}
      key={title}
      className={`border-l-2 pl-2.5 text-sm ${isWarning ? 'border-warning text-text' : 'border-line-strong text-secondary'}`}
    >
      <summary
        className={`flex list-none items-baseline gap-1.5 rounded ${others.length === 0 ? 'pointer-events-none' : 'hover:text-text'}`}
        tabIndex={others.length === 0 ? -1 : 0}
      >
        {others.length === 0 ? null : (
          <ChevronRight size={13} aria-hidden className="shrink-0 self-center [details[open]>summary>&]:rotate-90" />
        )}
        {first}
      </summary>
      {others.map((note) => (
        <p key={note} className="pl-4.75">
          {note}
        </p>
      ))}
    </details>
  );
}

function Disclosure({
  title,
  summary,
  children,
}: {
  readonly title: string;
  readonly summary: string;
  readonly children: React.ReactNode;
}) {
  return (
    <details className="group min-w-0">
      <summary className="flex items-baseline gap-2 rounded text-sm text-secondary select-none hover:text-text">
        <ChevronRight size={13} aria-hidden className="shrink-0 self-center group-open:rotate-90" />
        {title}
        <span className="min-w-0 truncate text-tertiary">{summary}</span>
      </summary>
      <div className="pt-2 pl-5">{children}</div>
    </details>
  );
}

function parameterSummary({ parameters }: OpenDraft): string {
  const parts = [
    ...(parameters.include.length > 0 ? [`include ${parameters.include.length}`] : []),
    ...(parameters.stream === null ? [] : [`stream=${parameters.stream}`]),
    ...(parameters.startingAfter === null ? [] : [`starting_after=${parameters.startingAfter}`]),
    ...(parameters.includeObfuscation === null ? [] : [`include_obfuscation=${parameters.includeObfuscation}`]),
  ];
  return parts.length === 0 ? 'include, stream, starting_after, include_obfuscation: none is sent' : parts.join(', ');
}

function connectionSummary({ connection }: OpenDraft): string {
  const { auth, organization, project, headers } = connection;
  return [
    auth.kind === 'bearer' ? 'Authorization: Bearer' : auth.kind === 'none' ? 'no key' : auth.name,
    ...(organization === '' ? [] : [organization]),
    ...(project === '' ? [] : [project]),
    ...headers.map(({ name }) => name),
  ].join(', ');
}

function optionCount({ parameters, connection }: OpenDraft): number {
  const flags = [parameters.stream, parameters.startingAfter, parameters.includeObfuscation].filter((value) => value !== null);
  const identity = [connection.organization, connection.project].filter((value) => value !== '');
  return parameters.include.length + flags.length + identity.length + connection.headers.length;
}
