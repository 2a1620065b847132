import { sendRequest } from '#state/send-request.ts';
import type { LiveOrder, LiveReport } from './live-messages.ts';
import { createLiveHost } from './live-host.ts';

const host = createLiveHost({
  send: sendRequest,
  post: (report: LiveReport, buffers: ArrayBuffer[] = []) => postMessage(report, { transfer: buffers }),
});

addEventListener('message', ({ data }: MessageEvent<LiveOrder>) => host.take(data));
