import type { LiveOrder } from './live-messages.ts';
import { createStreamReceiver, type ReceiverPorts, type StreamReceiver } from './receive-stream.ts';

/** Does what the page orders; what runs in the worker, without being one. */
export function createLiveHost(ports: ReceiverPorts): { readonly take: (order: LiveOrder) => void } {
  let receiver: StreamReceiver | null = null;

  function take(order: LiveOrder) {
    if (order.kind === 'plan') receiver = createStreamReceiver(order.plan, ports);
    else if (order.kind === 'receive') receiver?.receive(order.run, order.credentials);
    else receiver?.stop();
  }

  return { take };
}
