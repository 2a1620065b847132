import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Has every document of `page` carry axe from its start: a script tag would be refused by the content security policy. */
export async function installAxe(page: Page): Promise<void> {
  await page.addInitScript(SOURCE);
}

type Axe = { readonly run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> };

/** What axe holds against the page as it stands, one line per rule and element; `rules` names those to ask, all when left out. */
export async function axeComplaints(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Of what is right only that it is: telling of every element takes axe longer than looking at it.
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules !== undefined && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const { violations } = await page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    return axe.run({ exclude: ['[role="tabpanel"][hidden]'] }, given);
  }, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
