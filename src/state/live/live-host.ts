import { createStreamKeeper, KEEPS_NOTHING, type StreamKeeper } from './keep-stream.ts';
import type { KeepingPlan, LiveOrder, LiveReport, ReceivePlan } from './live-messages.ts';
import { createStreamReceiver, type ReceiverPorts, type StreamReceiver } from './receive-stream.ts';
import type { KeptRun, StreamStore } from './stream-store.ts';

export type HostPorts = Omit<ReceiverPorts, 'keeper'> & {
  readonly store: StreamStore;
  /** A name that nobody has used. */
  readonly newName: () => string;
  /** True when this worker, and no other one while it lives, may write under the name. */
  readonly claim: (name: string) => Promise<boolean>;
};

type Prepared = { readonly receiver: StreamReceiver; readonly keeper: StreamKeeper };

/** Does what the page orders, one order after the other; what runs in the worker, without being one. */
export function createLiveHost(ports: HostPorts): { readonly take: (order: LiveOrder) => void } {
  const { store, post, newName, claim } = ports;
  let prepared: Promise<Prepared> | null = null;

  function take(order: LiveOrder) {
    if (order.kind === 'plan') prepared = prepare(order.plan);
    else void prepared?.then((ready) => carryOut(order, ready));
  }

  function carryOut(order: Exclude<LiveOrder, { kind: 'plan' }>, { receiver, keeper }: Prepared) {
    if (order.kind === 'receive') receiver.receive(order.run, order.credentials);
    else if (order.kind === 'stop') receiver.stop();
    else keeper.end();
  }

  async function prepare(plan: ReceivePlan): Promise<Prepared> {
    const kept = await findKept(plan.keeping);
    const isOurs = kept !== null && (await claim(kept.id));
    const keeper = plan.keeping === null ? KEEPS_NOTHING : keeperFor(plan.responseId, kept, isOurs);
    const receiver = createStreamReceiver(plan, { ...ports, keeper });
    if (kept !== null) await restore(kept, receiver, isOurs ? KEEPS_NOTHING : keeper);
    post({ kind: 'restored', isOver: receiver.isOver() });
    return { receiver, keeper };
  }

  async function findKept(keeping: KeepingPlan | null): Promise<KeptRun | null> {
    if (keeping === null || keeping.continues === null) return null;
    return (await store.find(keeping.continues).catch(() => null)) ?? null;
  }

  /** A stream that another tab writes to goes on under a name of its own: two tabs never share a log. */
  function keeperFor(responseId: string, kept: KeptRun | null, isOurs: boolean): StreamKeeper {
    const tell = (problem: string) => post({ kind: 'storage-problem', problem } satisfies LiveReport);
    const isSame = kept !== null && isOurs;
    const name = isSame ? kept.id : newName();
    if (!isSame) void claim(name);
    post({ kind: 'keeping', name });
    return createStreamKeeper({ run: name, responseId }, store, tell, isSame ? kept : undefined);
  }

  /** `copy` keeps it once more, under another name. */
  async function restore(kept: KeptRun, receiver: StreamReceiver, copy: StreamKeeper) {
    const restoring = receiver.restore(kept);
    copy.start(kept.startedAt);
    await store
      .read(kept.id, (piece) => {
        restoring.take(piece);
        copy.copy(piece);
      })
      .catch(() => undefined); // what could be read is shown, and the rest is asked for
    restoring.end();
    if (receiver.isOver()) copy.finish();
  }

  return { take };
}
