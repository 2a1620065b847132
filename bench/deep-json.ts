import type { OpenSite } from '../scripts/open-site.ts';
import { ViewerPage } from '../scripts/viewer-page.ts';
import type { BenchRow } from './row.ts';

const DEEP = 'resp_deep_500';
const TABS = ['Output', 'Request', 'Raw'];

/** JSON of 500 levels, with everything opened that can be: nothing may overflow, be caught by an error boundary or end the page. */
export async function measureDeepJson({ browser, siteUrl }: OpenSite): Promise<readonly BenchRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(siteUrl);
  const viewer = new ViewerPage(page, { baseUrl: '/sample/v1', key: 'sk-sample' });
  await viewer.open(DEEP);
  for (const tab of TABS) {
    await viewer.showTab(tab);
    await viewer.still();
    await viewer.openEverything();
  }
  const hasBottom = (await page.locator('[role="treeitem"]').count()) >= 500;
  const problems = [...viewer.takeComplaints(), ...(await viewer.brokenPanels()), ...(hasBottom ? [] : ['Raw does not reach the bottom'])];
  await page.close();
  return [
    {
      work: 'JSON of 500 levels, all opened',
      measured: problems.length === 0 ? 'opens' : problems.join('; '),
      against: '',
      budget: 'no overflow',
      isWithin: problems.length === 0,
    },
  ];
}
