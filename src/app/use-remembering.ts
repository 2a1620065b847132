import { useEffect, useRef } from 'react';
import { numberOf, objectOf, stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { responseTitle } from '#model/response-title.ts';
import { rememberOpened } from '#state/history.ts';
import { keepEverything } from '#state/offline.ts';
import { formatUrlState, type UrlState } from '#state/url-state.ts';

/** Puts what was opened at the top of the history, with its final words, and has the viewer kept for when there is no network. `connectionId` is null for files and pastes. Of what is still growing (`isLive`) it is put there as it begins, and again as it ends. */
export function useRemembering(
  recording: Recording | null,
  url: UrlState,
  responseId: string,
  connectionId: string | null,
  isLive = false,
): void {
  const link = formatUrlState({ ...url, view: 'output', item: null });
  const isGrowing = isLive && recording?.kind === 'stream';
  const moment = isGrowing ? 'growing' : recording;
  const latest = useRef(recording);
  useEffect(() => {
    latest.current = recording;
  });
  useEffect(() => {
    if (moment === null || latest.current === null) return;
    const { response, receivedAt } = latest.current;
    keepEverything();
    rememberOpened({
      link,
      responseId,
      connectionId,
      title: responseTitle(response),
      model: stringOf(response['model']),
      status: stringOf(response['status']),
      tokens: numberOf(objectOf(response['usage'])?.['total_tokens']),
      openedAt: receivedAt,
    });
  }, [moment, link, responseId, connectionId]);
}
