import { bytesOf, extensionOf } from '#base/data-blob.ts';
import { extensionOfText, type PlaceFile } from '#model/place-files.ts';
import { downloadBytes, fileNameOf } from '#ui/download.ts';

/** Has the browser save a file; `json` makes the text of one that is JSON. False when its data is broken, so that there is nothing to save. */
export function saveFile({ stem, content }: PlaceFile, json: () => string): boolean {
  if (content.kind === 'json') {
    downloadBytes(fileNameOf(stem, 'json', 'value'), json(), 'application/json');
    return true;
  }
  if (content.kind === 'text') {
    downloadBytes(fileNameOf(stem, extensionOfText(content.text), 'text'), content.text, 'text/plain;charset=utf-8');
    return true;
  }
  const bytes = bytesOf(content.data);
  // Not the data's own type: a page opened from a saved SVG would run it.
  if (bytes !== null) downloadBytes(fileNameOf(stem, extensionOf(content.data), content.data.kind), bytes, 'application/octet-stream');
  return bytes !== null;
}
