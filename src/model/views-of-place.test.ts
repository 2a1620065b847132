import { expect, it } from 'vitest';
import { viewsOfPlace } from './views-of-place.ts';

it.each([
  [
    ['output', 3, 'content', 0],
    ['output', 'raw'],
  ],
  [['output'], ['raw']],
  [['instructions'], ['input', 'request', 'raw']],
  [
    ['usage', 'input_tokens'],
    ['usage', 'raw'],
  ],
  [
    ['tools', 0, 'name'],
    ['request', 'raw'],
  ],
  [['nobody_knows_this'], ['request', 'raw']],
  [[], ['raw']],
])('%j is shown in %j', (path, views) => {
  expect(viewsOfPlace(path)).toEqual(views);
});
