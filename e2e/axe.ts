import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Has every document of `page` carry axe from its start: a script tag would be refused by the content security policy. */
export async function installAxe(page: Page): Promise<void> {
  await page.addInitScript(SOURCE);
}

/** What axe holds against the page as it stands, one line per rule and element. */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: { readonly run: (root: Document) => Promise<AxeResults> } };
    return axe.run(document);
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
