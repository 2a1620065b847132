// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { VirtualText } from './virtual-text.tsx';

afterEach(cleanup);

function shownRows(): string[] {
  return [...screen.getByRole('region').querySelectorAll('bdi')].map((row) => row.textContent);
}

describe('VirtualText', () => {
  it('draws only the rows in view of a text on one line', () => {
    render(<VirtualText text={'{"a":1}'.repeat(1_000_000)} label="Source" />);
    expect(shownRows().length).toBeLessThan(100);
    expect(shownRows()[0]).toBe('{"a":1}'.repeat(20).slice(0, 120));
  });

  it('draws the end when it is scrolled to', () => {
    render(<VirtualText text={`${'x\n'.repeat(5000)}the end`} label="Source" />);
    const box = screen.getByRole('region', { name: 'Source' });
    box.scrollTop = 5001 * 18 - 720;
    fireEvent.scroll(box);
    expect(shownRows().at(-1)).toBe('the end');
    expect(box.textContent).toContain('5001the end');
  });
});
