import { expect, it } from 'vitest';
import { groupClosedPlaces } from './closed-places.ts';

it('puts the fields of the response itself together by their tab', () => {
  const places = [
    { path: ['id'], count: 1 },
    { path: ['output', 2], count: 7 },
    { path: ['tools'], count: 30 },
    { path: ['tools', 1, 'parameters'], count: 4 },
    { path: ['usage'], count: 5 },
  ];
  expect(groupClosedPlaces(places)).toEqual([
    { view: 'request', path: null, count: 31 },
    { view: 'usage', path: null, count: 5 },
    { view: 'output', path: ['output', 2], count: 7 },
    { view: 'request', path: ['tools', 1, 'parameters'], count: 4 },
  ]);
});
