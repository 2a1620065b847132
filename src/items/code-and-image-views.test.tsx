// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBase64 } from '#base/data-blob.ts';
import type { JsonObject } from '#base/json.ts';
import { WholeImage } from '#ui/whole-image.tsx';
import { PNG, show } from './item-fixtures.tsx';

afterEach(cleanup);

describe('code interpreter', () => {
  const run = (fields: JsonObject): JsonObject => ({
    type: 'code_interpreter_call',
    status: 'completed',
    container_id: 'cntr_7',
    ...fields,
  });

  it('colours Python, evens out CRLF line ends, and copies the code as it was sent', async () => {
    const container = show(run({ code: 'import math\r\nprint(math.pi)\r\n', outputs: [] }));
    expect(container.querySelector('pre')?.textContent).toBe('import math\nprint(math.pi)\n');
    expect(container.textContent).toContain('CRLF line ends');
    await waitFor(() => expect([...container.querySelectorAll('pre span[style]')].map((token) => token.textContent)).toContain('import'), {
      timeout: 20_000, // the highlighter is loaded first
    });
    const write = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText: write } });
    fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    await waitFor(() => expect(write.mock.calls).toEqual([['import math\r\nprint(math.pi)\r\n']]));
    vi.unstubAllGlobals();
    expect(container.textContent).toContain('cntr_7');
  });

  it('shows logs and images: data at once, others only when asked', () => {
    const container = show(
      run({
        code: 'plot()',
        outputs: [
          { type: 'logs', logs: 'mean 8.4\n' },
          { type: 'image', url: `data:image/png;base64,${PNG}` },
          { type: 'image', url: 'https://files.example/plot.png' },
          { type: 'image', url: 'javascript:alert(1)' },
          { type: 'table', rows: 3 },
        ],
      }),
    );
    const outputs = within(screen.getByRole('list', { name: 'Outputs' })).getAllByRole('listitem');
    expect(outputs[0]?.textContent).toContain('mean 8.4');
    expect([...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([`data:image/png;base64,${PNG}`]);
    expect(within(outputs[2] ?? container).getByRole('button', { name: 'Load image' })).toBeTruthy();
    expect(outputs[3]?.textContent).toContain('not a web address: javascript:alert(1)');
    expect(outputs[4]?.textContent).toContain('rows3');
  });

  it('makes escapes in logs harmless', () => {
    const container = show(run({ code: 'x', outputs: [{ type: 'logs', logs: '\u001b[31mred\u001b[0m\u001b]0;title\u0007' }] }));
    for (const control of ['\u0007', '\u001b']) expect(container.textContent).not.toContain(control);
    expect(screen.getByText('red').style.color).not.toBe('');
    fireEvent.click(within(screen.getByRole('group', { name: 'Show logs as' })).getByRole('button', { name: 'Source' }));
    expect(container.textContent).toContain('⟨ESC⟩[31mred⟨ESC⟩[0m⟨ESC⟩]0;title⟨BEL⟩');
  });

  it('tells outputs that were left out, none yet, and none at all apart', () => {
    const hint = 'Outputs not sent: ask with include=code_interpreter_call.outputs';
    expect(show(run({ code: 'x', outputs: null })).textContent).toContain(hint);
    cleanup();
    expect(show(run({ code: 'x', outputs: null, status: 'interpreting' })).textContent).toContain('No output yet.');
    cleanup();
    expect(show(run({ code: 'x', outputs: [] })).textContent).toContain('The code printed nothing and drew nothing.');
    cleanup();
    expect(show(run({ code: null, outputs: null }), { isUnfinished: true }).textContent).toContain('No code yet.');
    cleanup();
    expect(show(run({ code: '', outputs: [{ type: 'logs', logs: '' }] })).textContent).toContain('(empty code)');
  });

  it('finds code that was sent as an argument of a call', () => {
    const container = show({ type: 'code_interpreter_call', name: 'code_execution', call_id: '', arguments: '{"code":"print(2)"}' });
    expect([...container.querySelectorAll('pre')].map((block) => block.textContent)).toEqual(['print(2)']);
    expect(container.textContent).toContain('code_execution');
    cleanup();
    expect(show({ type: 'code_interpreter_call', arguments: '{"code":"print(2)","timeout":5}' }).textContent).toContain('"timeout": 5');
  });
});

describe('image generation', () => {
  const made = (fields: JsonObject): JsonObject => ({ type: 'image_generation_call', id: 'ig_1', status: 'completed', ...fields });

  it('shows the image with its kind, dimensions, size, prompts and settings', async () => {
    const container = show(
      made({
        result: PNG,
        size: '256x128',
        output_format: 'png',
        quality: 'low',
        background: 'opaque',
        action: 'generate',
        prompt: 'a dot',
        revised_prompt: 'A single dot',
      }),
    );
    const image = screen.getByRole('img', { name: 'A single dot' });
    expect(image.getAttribute('src')).toBe(`data:image/png;base64,${PNG}`);
    expect(await screen.findByText('1 × 1 pixels')).toBeTruthy();
    for (const words of ['PNG image', '70 B', 'a dot', 'A single dot', 'low', 'opaque', 'generate'])
      expect(container.textContent).toContain(words);
    expect(screen.getByRole('button', { name: 'Download' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Other fields' })).toBeNull();
  });

  it.each([
    ['as its first bytes say', PNG, 'image/png', 'width="1" height="1"'],
    ['as the server said, where they do not tell', 'QUJD', 'image/avif', 'width="256" height="128"'],
  ])('keeps the room that the image will need: %s', (_, base64, mediaType, room) => {
    const blob = readBase64(base64, mediaType);
    if (blob === null) throw new Error('no image was read');
    const image = <WholeImage blob={blob} name={null} alt="" size={{ width: 256, height: 128 }} declared={null} />;
    expect(renderToStaticMarkup(image)).toContain(room);
  });

  it('goes by the first bytes, and says so when the server declared another kind', () => {
    const container = show(made({ result: PNG, output_format: 'webp' }));
    expect(container.querySelector('img')?.getAttribute('src')).toBe(`data:image/png;base64,${PNG}`);
    expect(container.textContent).toContain('declared as image/webp, but its first bytes say otherwise');
  });

  it('shows SVG in an <img> only, as base64 and as markup, and what it cost', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><title>ü</title></svg>';
    const bytes = String.fromCharCode(...new TextEncoder().encode(svg));
    for (const result of [btoa(bytes), svg]) {
      const container = show(
        made({ result, output_format: 'svg', svg_usage: { input_tokens: 48, output_tokens: 311, total_tokens: 359, cached: 1 } }),
      );
      expect(container.querySelector('figure svg:not(.lucide)')).toBeNull();
      expect(container.querySelector('img')?.getAttribute('src')).toBe(`data:image/svg+xml;base64,${btoa(bytes)}`);
      expect(container.textContent).toContain('48 in · 311 out · 359 in all');
      expect(container.textContent).toContain('cached1');
      cleanup();
    }
  });

  it('says why moderation refused', () => {
    const container = show(
      made({
        status: 'failed',
        result: null,
        error: {
          code: 'moderation_blocked',
          message: 'Rejected.',
          param: null,
          type: 'image_generation_user_error',
          moderation_details: { categories: ['trademark', 'violence'], moderation_stage: 'input', score: 0.9 },
        },
      }),
    );
    expect(screen.getByRole('alert').textContent).toContain('Moderation refused the image');
    for (const words of [
      'Rejected.',
      'trademark',
      'violence',
      'stage input',
      'moderation_blocked',
      'image_generation_user_error',
      'score0.9',
    ]) {
      expect(container.textContent).toContain(words);
    }
  });

  it('says that the image is still being made, that none came, or that it is no image', () => {
    expect(show(made({ status: 'generating', result: null })).textContent).toContain('The image is still being made.');
    cleanup();
    expect(show(made({ result: null })).textContent).toContain('No image was sent.');
    cleanup();
    expect(show(made({ result: 'sorry, no' })).textContent).toContain('result, which is not base64sorry, no');
    cleanup();
    show(made({ result: 'https://files.example/image.png' }));
    expect(screen.getByRole('button', { name: 'Load image' })).toBeTruthy();
    cleanup();
    const container = show(made({ result: PNG.slice(0, 40) }));
    fireEvent.error(container.querySelector('img') ?? container);
    expect(container.textContent).toContain('damaged or cut off');
  });
});
