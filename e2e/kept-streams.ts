import type { Page } from '@playwright/test';

/** The sizes of the streams that this browser has written down, in bytes, smallest first. */
export async function keptStreamSizes(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('responses-devtools-streams');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('The store cannot be opened.')));
    });
    const runs = await new Promise<readonly { readonly size: number }[]>((resolve) => {
      const reading = database.transaction('runs').objectStore('runs').getAll();
      reading.addEventListener('success', () => resolve(reading.result));
    });
    database.close();
    return runs.map(({ size }) => size).toSorted((left, right) => left - right);
  });
}
