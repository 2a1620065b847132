// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Splitter } from './splitter.tsx';

afterEach(cleanup);

function show(size: number) {
  const onResize = vi.fn<(size: number) => void>();
  const onDrag = vi.fn<(size: number) => void>();
  render(<Splitter label="Width" size={size} min={160} max={640} usual={280} onDrag={onDrag} onResize={onResize} controls="pane" />);
  const line = screen.getByRole('separator', { name: 'Width' });
  line.setPointerCapture = () => undefined;
  return { line, onResize, onDrag };
}

describe('Splitter', () => {
  it('says where it stands', () => {
    const { line } = show(300);
    expect(['aria-valuenow', 'aria-valuemax', 'aria-controls'].map((name) => line.getAttribute(name))).toEqual(['300', '640', 'pane']);
    cleanup();
    expect(show(0).line.getAttribute('aria-valuetext')).toBe('closed');
  });

  it.each([
    ['ArrowRight', 300, 316],
    ['ArrowLeft', 300, 284],
    ['ArrowLeft', 165, 160],
    ['Home', 300, 160],
    ['End', 300, 640],
    ['Enter', 300, 0],
    ['Enter', 0, 280],
  ])('%s at %i gives %i', (key, size, result) => {
    const { line, onResize } = show(size);
    fireEvent.keyDown(line, { key });
    expect(onResize).toHaveBeenCalledExactlyOnceWith(result);
  });

  it('follows the pointer and tells the result once, closed when it is dragged to the edge', () => {
    const { line, onResize, onDrag } = show(300);
    fireEvent.pointerDown(line, { button: 0, clientX: 300 });
    for (const clientX of [350, 900, 40]) fireEvent.pointerMove(line, { clientX });
    expect(onDrag.mock.calls).toEqual([[350], [640], [0]]);
    expect(onResize).not.toHaveBeenCalled();
    fireEvent.pointerUp(line);
    fireEvent.lostPointerCapture(line);
    expect(onResize).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('moves up and down between panes above each other', () => {
    const onResize = vi.fn<(size: number) => void>();
    const props = { min: 96, max: 640, usual: 220, onDrag: () => undefined, onResize, controls: 'pane' };
    render(<Splitter label="Height" axis="y" size={200} {...props} />);
    const line = screen.getByRole('separator', { name: 'Height' });
    line.setPointerCapture = () => undefined;
    expect(line.getAttribute('aria-orientation')).toBe('horizontal');
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight']) fireEvent.keyDown(line, { key });
    fireEvent.pointerDown(line, { button: 0, clientX: 5, clientY: 300 });
    fireEvent.pointerMove(line, { clientX: 90, clientY: 340 });
    fireEvent.pointerUp(line);
    expect(onResize.mock.calls).toEqual([[216], [184], [240]]);
  });

  it('goes back to its usual place by a double click', () => {
    const { line, onResize } = show(520);
    fireEvent.doubleClick(line);
    expect(onResize).toHaveBeenCalledExactlyOnceWith(280);
  });
});
