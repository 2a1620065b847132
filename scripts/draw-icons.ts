/** `node scripts/run.mjs scripts/draw-icons.ts`: draws the icons of the installed viewer from public/icon.svg. Run it when that changes, and commit both. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from './install-browser.ts';
import { inProject } from './project-root.ts';

/** Systems cut the full-bleed ones to a shape of their own; what counts is within their safe circle of 80 %. */
const ICONS = [
  { name: 'icon-192', size: 192, isFullBleed: false },
  { name: 'icon-512', size: 512, isFullBleed: false },
  { name: 'maskable-512', size: 512, isFullBleed: true },
  { name: 'touch-180', size: 180, isFullBleed: true },
] as const;

const folder = inProject('public/icons');
mkdirSync(folder, { recursive: true });
const svg = readFileSync(inProject('public/icon.svg'), 'utf8');
const { path, args } = await findOrInstallBrowser();
const browser = await chromium.launch({ executablePath: path, args: [...args] });
try {
  for (const { name, size, isFullBleed } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawing = isFullBleed ? svg.replace(/ rx="\d+"/, '') : svg;
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(`${ICONS.length} icons are in ${folder}`);
