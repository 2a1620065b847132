// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RuleProse } from './rule-prose.tsx';

it('sets what stands between backticks as code', () => {
  const { container } = render(<RuleProse text="`data` of `response.created` came." />);
  expect(container.textContent).toBe('data of response.created came.');
  expect([...container.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual(['data', 'response.created']);
});
