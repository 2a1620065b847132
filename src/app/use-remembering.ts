import { useEffect } from 'react';
import { numberOf, objectOf, stringOf } from '#base/json.ts';
import type { Recording } from '#model/recording.ts';
import { responseTitle } from '#model/response-title.ts';
import { rememberOpened } from '#state/history.ts';
import { keepEverything } from '#state/offline.ts';
import { formatUrlState, type UrlState } from '#state/url-state.ts';

/** Puts what was opened at the top of the history, with its final words, and has the viewer kept for when there is no network. `connectionId` is null for files and pastes. */
export function useRemembering(recording: Recording | null, url: UrlState, responseId: string, connectionId: string | null): void {
  const link = formatUrlState({ ...url, view: 'output', item: null });
  useEffect(() => {
    if (recording === null) return;
    keepEverything();
    const { response } = recording;
    rememberOpened({
      link,
      responseId,
      connectionId,
      title: responseTitle(response),
      model: stringOf(response['model']),
      status: stringOf(response['status']),
      tokens: numberOf(objectOf(response['usage'])?.['total_tokens']),
      openedAt: recording.receivedAt,
    });
  }, [recording, link, responseId, connectionId]);
}
