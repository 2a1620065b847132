// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { screenActionsOf } from './screen-actions.ts';
import { PNG, showBeside } from './item-fixtures.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The browser of the tests reads no images: says what size one has. */
function imageArrives(width: number, height: number) {
  const image = screen.getByRole('img', { name: 'Screenshot' });
  Object.defineProperties(image, { naturalWidth: { value: width }, naturalHeight: { value: height } });
  fireEvent.load(image);
}

/** For each mark: its number, where its sign stands, and whether it is the one looked at. */
function marks(container: HTMLElement) {
  return [...container.querySelectorAll('[data-mark]')].map((mark) => {
    const place = mark.querySelector(':scope > svg');
    return [
      mark.getAttribute('data-mark'),
      place?.getAttribute('x') ?? '',
      place?.getAttribute('y') ?? '',
      mark.getAttribute('opacity'),
    ].join(' ');
  });
}

const output = (fields: JsonObject) => ({ type: 'computer_call_output', output: { type: 'computer_screenshot', ...fields } });
const SCREENSHOT = output({ image_url: `data:image/png;base64,${PNG}` });
const CLICKS = {
  type: 'computer_call',
  actions: [
    { type: 'click', button: 'left', x: 320, y: 100 },
    { type: 'type', text: 'hi' },
    { type: 'scroll', x: 160, y: 200, scroll_x: 0, scroll_y: -50 },
  ],
};

describe('actions in words', () => {
  it.each<readonly [JsonObject, string]>([
    [{ type: 'click', button: 'left', x: 412, y: 230 }, 'left click at 412, 230'],
    [{ type: 'click', button: 'right', x: 1, y: 2, keys: ['SHIFT', 'ALT'] }, 'right click at 1, 2 with SHIFT+ALT held'],
    [{ type: 'double_click', x: 1, y: 2, keys: [] }, 'double click at 1, 2'],
    [{ type: 'move', x: 3, y: 4 }, 'move the pointer to 3, 4'],
    [{ type: 'scroll', x: 1, y: 2, scroll_x: 0, scroll_y: 300 }, 'scroll down 300 at 1, 2'],
    [{ type: 'scroll', x: 1, y: 2, scroll_x: -20, scroll_y: -5 }, 'scroll up 5 and left 20 at 1, 2'],
    [{ type: 'drag', path: [{ x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3, y: 3 }] }, 'drag from 1, 1 over 1 point to 3, 3'],
    [{ type: 'keypress', keys: ['CTRL', 'L'] }, 'press CTRL+L'],
    [{ type: 'type', text: 'two words' }, 'type “two words”'],
    [{ type: 'screenshot' }, 'take a screenshot'],
    [{ type: 'wait' }, 'wait'],
    [{ type: 'pinch_zoom', x: 5, y: 6 }, 'pinch zoom at 5, 6'],
    [{}, 'an action without a type'],
  ])('%j', (action, expected) => {
    expect(screenActionsOf({ action }).map(({ words }) => words)).toEqual([expected]);
  }); // prettier-ignore

  it('reads a list of actions before the single one', () => {
    const both = { action: { type: 'wait' }, actions: [{ type: 'screenshot' }, 'odd', { type: 'wait' }] };
    expect(screenActionsOf(both).map(({ words }) => words)).toEqual(['take a screenshot', 'wait']);
    expect(screenActionsOf({ action: { type: 'wait' }, actions: [] }).map(({ words }) => words)).toEqual(['wait']);
  });
});

describe('computer_call', () => {
  it('draws its actions on the screenshot that came back, in shares of its own size', () => {
    const container = showBeside(CLICKS, SCREENSHOT);
    imageArrives(640, 400);
    expect(marks(container)).toEqual(['1 50% 25% 1', '2   0.5', '3 25% 50% 0.5']);
  });

  it('steps through them with buttons and arrow keys', () => {
    const container = showBeside(CLICKS, SCREENSHOT);
    imageArrives(640, 400);
    const list = within(screen.getByRole('list', { name: 'Actions' }));
    const current = () => list.getByRole('button', { current: 'step' }).textContent;
    expect(current()).toBe('1left click at 320, 100click');
    fireEvent.click(screen.getByRole('button', { name: 'Next action' }));
    expect(current()).toContain('type “hi”');
    fireEvent.keyDown(screen.getByRole('button', { name: 'Next action' }), { key: 'ArrowRight' });
    expect(current()).toContain('scroll up 50');
    expect(marks(container).at(-1)).toBe('3 25% 50% 1');
    fireEvent.keyDown(list.getByRole('button', { name: /left click/ }), { key: 'ArrowRight' });
    expect(screen.getByText('action 3 of 3')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: /left click/ }));
    expect(screen.getByText('action 1 of 3')).toBeTruthy();
  });

  it('draws the way of a drag, and says which places the screenshot does not have', () => {
    const path = [{ x: 0, y: 0 }, { x: 320, y: 200 }, { x: 900, y: 400 }]; // prettier-ignore
    const container = showBeside({ type: 'computer_call', action: { type: 'drag', path } }, SCREENSHOT);
    imageArrives(640, 400);
    expect([...container.querySelectorAll('line')].slice(-2).map((line) => line.getAttribute('x2'))).toEqual(['50%', '140.625%']);
    expect(container.textContent).toContain('0, 0 → 320, 200 → 900, 400');
    expect(container.textContent).toContain('1 place outside of this screenshot');
  });

  it('shows no screenshot for actions without a place, and long text in full', () => {
    const text = `${'long '.repeat(100)}end`;
    const container = showBeside({ type: 'computer_call', action: { type: 'type', text } }, SCREENSHOT);
    expect(screen.queryByRole('img', { name: 'Screenshot' })).toBeNull();
    expect(container.textContent).toContain(text);
  });

  it('warns of safety checks, until they are acknowledged', () => {
    const checks = [{ id: 'sc_1', code: 'irrelevant_domain', message: 'Not part of the task.' }];
    const call = { ...CLICKS, pending_safety_checks: checks };
    const container = showBeside(call);
    const note = screen.getByRole('note').textContent ?? '';
    for (const words of ['a person has to acknowledge it', 'Not part of the task.', 'irrelevant_domain', 'sc_1'])
      expect(note).toContain(words);
    expect(container.textContent).toContain('1 safety check to acknowledge');
    cleanup();
    const acknowledged = showBeside(call, { ...SCREENSHOT, acknowledged_safety_checks: checks });
    expect(screen.getByRole('note').textContent).toContain('it was acknowledged in @0');
    expect(acknowledged.textContent).not.toContain('to acknowledge');
  });

  it('keeps what it cannot read of an action', () => {
    const container = showBeside({ type: 'computer_call', action: { type: 'pinch', x: 'left', fingers: { count: 2 } } });
    for (const words of ['pinch', 'left', '{"count":2}']) expect(container.textContent).toContain(words);
  });
});

describe('computer_call_output', () => {
  it('shows the screenshot with the marks of its call, the last of them first', () => {
    const container = showBeside(SCREENSHOT, CLICKS);
    imageArrives(640, 400);
    expect(marks(container)).toEqual(['1 50% 25% 0.5', '2   0.5', '3 25% 50% 1']);
    expect(container.textContent).toContain('640 × 400 pixels');
  });

  it('fetches nothing from elsewhere before it is asked to, and draws on it then', async () => {
    const fetchImage = vi.fn<typeof fetch>().mockImplementation(async () => new Response(new Blob(['x'], { type: 'image/png' })));
    vi.stubGlobal('fetch', fetchImage);
    const container = showBeside(output({ image_url: 'https://img.example/screen.png' }), CLICKS);
    expect(container.querySelector('img')).toBeNull();
    expect(fetchImage).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Load image' }));
    await screen.findByRole('img', { name: 'Screenshot' }, { timeout: 10_000 });
    imageArrives(320, 200);
    expect(marks(container)[0]).toBe('1 100% 50% 0.5');
  });

  it('says how to get an image that was left out, and names the file', () => {
    const container = showBeside(output({ image_url: null, file_id: 'file-7', detail: 'original' }));
    for (const words of ['include=computer_call_output.output.image_url', 'file-7', 'original'])
      expect(container.textContent).toContain(words);
  });

  it('names the safety checks that were acknowledged', () => {
    showBeside({ ...SCREENSHOT, acknowledged_safety_checks: [{ id: 'sc_1', code: null, message: 'Odd page.' }] });
    expect(screen.getByRole('note').textContent).toContain('A person acknowledged this safety check, and the model went onOdd page.');
  });
});
