import type { ReactNode } from 'react';
import type { Connection } from '#protocol/connection.ts';
import { isLoopbackHost } from '#protocol/base-url.ts';
import { originOf } from '#protocol/request.ts';
import { OPENS_OFFLINE } from '#model/failure-advice.ts';
import { goTo } from '#state/address.ts';
import { connectionsStore, connectionTitle, hostOf, linkedBaseUrl } from '#state/connections.ts';
import { onlineStore } from '#state/online.ts';
import { withBaseUrl } from '#state/open-draft.ts';
import { secretOf } from '#state/secret-of.ts';
import { HOME, type Place } from '#state/url-state.ts';
import { useStore } from '#state/use-store.ts';
import { Banner } from '#ui/banner.tsx';
import { FailureView, type Offer } from './failure-view.tsx';
import type { OpenFormState } from './open-form/use-open-form.ts';
import { useAsk, type Retrieval } from './use-retrieval.ts';

type ResponsePlace = Extract<Place, { kind: 'response' }>;

/** A link without a key, or one whose response could not be had: the form is filled in, the reason stands above it. */
export function FormArea({
  retrieval,
  place,
  form,
  children,
}: {
  readonly retrieval: Retrieval;
  readonly place: ResponsePlace;
  readonly form: OpenFormState;
  readonly children: ReactNode;
}) {
  const { failure, connection, wasStopped } = retrieval;
  const offers = useOtherConnections(failure, connection, place);
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6">
      {failure === null ? (
        <h1 className="text-xl font-semibold">
          {wasStopped ? 'Stopped before anything arrived' : `A key for ${hostOf(connection.baseUrl)} is needed to open this`}
        </h1>
      ) : (
        <FailureView
          failure={failure}
          connection={connection}
          responseId={place.id}
          hasKey={secretOf(connection) !== null}
          offers={offers}
          onBaseUrl={(baseUrl) => form.setDraft(withBaseUrl(form.draft, baseUrl))}
        />
      )}
      {failure === null ? <OfflineNote host={hostOf(connection.baseUrl)} /> : null}
      {children}
    </div>
  );
}

/** Says beforehand what `Fetch` would run into. Servers on this computer answer without a network. */
function OfflineNote({ host }: { readonly host: string }) {
  const isOnline = useStore(onlineStore);
  if (isOnline || isLoopbackHost(host.replace(/:\d+$/, ''))) return null;
  return (
    <Banner kind="warning" title={`You are offline: ${host} cannot be asked`}>
      {OPENS_OFFLINE}
    </Banner>
  );
}

/** An ID that this connection does not know may belong to another one at the same origin: another project, another key. */
function useOtherConnections(failure: Retrieval['failure'], connection: Connection, place: ResponsePlace): readonly Offer[] {
  const ask = useAsk();
  const origin = originOf(connection.baseUrl, location.origin);
  const others = useStore(connectionsStore).filter(
    (other) => other.id !== connection.id && originOf(other.baseUrl, location.origin) === origin,
  );
  if (failure?.kind !== 'refused' || failure.status !== 404) return [];
  return others.map((other) => ({
    title: `Try ${connectionTitle(other)}${keyEnding(other)}`,
    onChoose: () => {
      const there: ResponsePlace = { ...place, baseUrl: linkedBaseUrl(other) };
      goTo({ ...HOME, place: there }, 'replace');
      ask(other, there);
    },
  }));
}

/** Tells two connections to one server apart, as the key field does. */
function keyEnding(connection: Connection): string {
  const key = secretOf(connection)?.key ?? '';
  return key.length >= 16 ? `, key …${key.slice(-4)}` : '';
}
