// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { domTextOf, isNodeStart, rangeIn } from './dom-text.ts';

afterEach(cleanup);

it('reads what is shown, line by line, without the words of controls', () => {
  const { container } = render(
    <article>
      <h2>
        <span>Message</span>
      </h2>
      <p>
        Order <strong>88</strong>41
      </p>
      <button data-own-words>Show all</button>
      <p hidden>not here</p>
      <details>
        <summary>Schema</summary>
        <pre>{'a\n  b'}</pre>
      </details>
    </article>,
  );
  expect(domTextOf(container).text).toBe('Message\nOrder 8841\nSchema\na\n  b');
});

it('leads back to the page, across elements', () => {
  const { container } = render(
    <p>
      Order <strong>88</strong>41, paid
    </p>,
  );
  const text = domTextOf(container);
  const at = text.text.indexOf('8841');
  expect(rangeIn(text, at, at + 4)?.toString()).toBe('8841');
  expect(isNodeStart(text, at)).toBe(true);
  expect(isNodeStart(text, at + 1)).toBe(false);
});

it('answers nothing for text that is gone', () => {
  const { container } = render(<p>Order 8841</p>);
  const text = domTextOf(container);
  text.nodes[0]?.replaceData(0, 10, '');
  expect(rangeIn(text, 6, 10)).toBeNull();
});
