// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { PNG, show } from './item-fixtures.tsx';

afterEach(cleanup);

const message = (...content: readonly JsonObject[]) => ({ type: 'message', role: 'assistant', content });

describe('message', () => {
  it('draws Markdown, and shows the exact text on demand', async () => {
    const container = show(message({ type: 'output_text', text: '# Title\n\nSome **bold** words.' }));
    expect((await screen.findByText('bold')).tagName).toBe('STRONG');
    fireEvent.click(screen.getByRole('button', { name: 'Source' }));
    expect(container.querySelector('pre')?.textContent).toBe('# Title\n\nSome **bold** words.');
  });

  it('places citations in the text and lists all of them, also those without a place or a known type', async () => {
    const text = 'Returns take 14 days. See policy.txt for more.';
    show(
      message({
        type: 'output_text',
        text,
        annotations: [
          { type: 'url_citation', url: 'https://law.example/returns', title: 'Returns', start_index: 13, end_index: 20 },
          {
            type: 'container_file_citation',
            file_id: 'cfile_1',
            filename: 'policy.txt',
            container_id: 'cntr_1',
            start_index: 26,
            end_index: 36,
          },
          { type: 'url_citation', url: 'https://other.example' },
          { type: 'hologram_citation', hologram: 'h-7' },
        ],
      }),
    );
    const mark = await screen.findByRole('link', { name: 'Citation 1: Returns, law.example' });
    expect(mark.closest('p')?.textContent).toBe('Returns take 14 days1. See policy.txt2 for more.');
    const entries = within(screen.getByRole('list', { name: 'Citations' })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.textContent)).toEqual([
      expect.stringContaining('Returns law.example'),
      expect.stringContaining('cfile_1'),
      expect.stringContaining('no place in the text'),
      expect.stringContaining('hologram_citation'),
    ]);
    expect(entries[3]?.textContent).toContain('h-7');
  });

  it('lays out JSON, and says where JSON breaks that was cut off', () => {
    const whole = show(message({ type: 'output_text', text: '{"a":{"b":1}}' }));
    expect(whole.querySelector('pre')?.textContent).toBe('{\n  "a": {\n    "b": 1\n  }\n}');
    cleanup();
    show(message({ type: 'output_text', text: '{"total": 12.' }), { expectsJson: true });
    expect(screen.getByText('not JSON: cut off after 13 characters')).toBeTruthy();
  });

  it('says a refusal in plain words', () => {
    show(message({ type: 'refusal', refusal: 'I can’t help with that.' }));
    expect(screen.getByRole('note').textContent).toBe('The model refused to answerI can’t help with that.');
  });

  it('shows images that are here, and fetches others only when asked', () => {
    const container = show(
      message(
        { type: 'input_image', image_url: `data:image/png;base64,${PNG}` },
        { type: 'input_image', image_url: 'https://img.example/a.png' },
      ),
    );
    expect([...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([`data:image/png;base64,${PNG}`]);
    expect(screen.getByRole('button', { name: 'Load image' })).toBeTruthy();
    expect(container.textContent).toContain('img.example');
  });

  it('names files, sound, video and encrypted parts, and lists parts nobody knows', () => {
    const container = show(
      message(
        { type: 'input_file', filename: 'plan.pdf', file_id: 'file_1', file_data: 'JVBERi0xLjcK' },
        { type: 'output_audio', transcript: 'Good morning.', data: btoa('RIFF0000WAVEfmt ') },
        { type: 'input_video', video_url: 'https://video.example/v.mp4' },
        { type: 'encrypted_content', encrypted_content: 'gAAAAAB'.repeat(100) },
        { type: 'hologram', depth: 3 },
      ),
    );
    for (const words of [
      'plan.pdf',
      'PDF document · 9 B',
      'Good morning.',
      'WAV audio',
      'video.example',
      '700 B, encrypted',
      'hologram',
      'depth',
    ]) {
      expect(container.textContent).toContain(words);
    }
  });

  it('keeps the type of a part that is not a string, and data in a form it cannot draw', () => {
    const container = show(
      message(
        { type: 7, depth: 3 },
        { depth: 4 },
        { type: 'input_image', image_url: 12 },
        { type: 'input_audio', input_audio: { data: 'not base64!', format: 'wav' } },
        { type: 'input_text', text: 'a', prompt_cache_breakpoint: 'here' },
      ),
    );
    for (const words of [
      'A part whose type is not a string: all it holds is here.type7depth3',
      'A part without a type: all it holds is here.depth4',
      'image_url12',
      'audio data that is not base64:',
      'not base64!',
      'prompt_cache_breakpointhere',
    ]) {
      expect(container.textContent).toContain(words);
    }
  });

  it('reads content sent as a plain string, empty text and log probabilities', async () => {
    show({ type: 'message', role: 'user', content: 'How **long**?' });
    expect(await screen.findByText('long')).toBeTruthy();
    cleanup();
    show(message({ type: 'output_text', text: '', logprobs: [{ token: 'a', logprob: -0.1 }] }));
    expect(screen.getByText('(empty text)')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Probabilities' })).toBeTruthy();
  });

  it('shows a long text in part, and all of it on demand', () => {
    const text = 'word '.repeat(5_000);
    const container = show(message({ type: 'output_text', text }));
    fireEvent.click(screen.getByRole('button', { name: 'Source' }));
    expect(container.querySelector('pre')?.textContent?.length).toBe(20_000);
    fireEvent.click(screen.getByRole('button', { name: 'Show all (25,000 characters)' }));
    expect(container.querySelector('pre')?.textContent).toBe(text);
  });
});

describe('reasoning', () => {
  it('shows every summary and the reasoning text', async () => {
    show({
      type: 'reasoning',
      summary: [
        { type: 'summary_text', text: '**First**' },
        { type: 'summary_text', text: '**Second**' },
      ],
      content: [{ type: 'reasoning_text', text: 'thinking aloud' }],
    });
    for (const words of ['First', 'Second', 'thinking aloud']) expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  });

  it('says that reasoning is hidden, and how many tokens it took', () => {
    const container = show({ type: 'reasoning', summary: [], content: null }, { reasoningTokens: 1216, reasoningItems: 3 });
    expect(container.textContent).toContain('Hidden reasoning: the server kept its text.');
    expect(container.textContent).toContain('1,216 tokens for all 3 reasoning items of this response');
  });

  it('gives encrypted content as its size, but shows plain words sent under that name', () => {
    expect(show({ type: 'reasoning', summary: [], encrypted_content: 'gAAAAAB'.repeat(300) }).textContent).toContain('2.1 kB, encrypted');
    cleanup();
    const plain = 'The user wants one time, so I will give it with its zone and stop there.';
    const container = show({ type: 'reasoning', summary: [], encrypted_content: plain });
    expect(container.textContent).toContain(plain);
    expect(container.textContent).not.toContain('Hidden reasoning');
  });
});

describe('calls and outputs', () => {
  it('lays out arguments with the digits they were sent with, and shows the call ID', () => {
    const container = show({ type: 'function_call', name: 'f', call_id: 'call_7', arguments: '{"id":12345678901234567890}' });
    expect(container.querySelector('pre')?.textContent).toContain('"id": 12345678901234567890');
    expect(screen.getByRole('button', { name: 'Copy call_id' })).toBeTruthy();
  });

  it('shows arguments that do not parse as they are, with the place', () => {
    const container = show({ type: 'function_call', name: 'f', arguments: '{"city": Paris}' });
    expect(container.textContent).toContain('not JSON: line 1, column 10');
    expect(container.querySelector('pre')?.textContent).toBe('{"city": Paris}');
  });

  it('takes arguments that are an object already, and empty ones', () => {
    expect(show({ type: 'function_call', name: 'f', arguments: { a: 1 } }).textContent).toContain(
      'sent as an object, not as JSON in a string',
    );
    cleanup();
    expect(show({ type: 'function_call', name: 'f', arguments: '' }).textContent).toContain('(empty: no arguments)');
  });

  it('opens the wrapper of parallel calls, and names the program that called', () => {
    const container = show({
      type: 'function_call',
      name: 'parallel',
      caller: { type: 'program', caller_id: 'cm_9' },
      arguments: '{"tool_uses":[{"recipient_name":"functions.get","parameters":{"id":1}}]}',
    });
    expect(screen.getByRole('region', { name: 'Calls inside' }).textContent).toContain('functions.get {"id":1}');
    expect(container.textContent).toContain('called by a program');
    expect(container.textContent).toContain('cm_9');
  });

  it('never takes the input of a custom tool for JSON', () => {
    const container = show({ type: 'custom_tool_call', name: 'run', input: '{"a":1}' });
    expect(container.querySelector('pre')?.textContent).toBe('{"a":1}');
  });

  it.each(['function_call_output', 'custom_tool_call_output'])('%s: JSON is laid out, text stands as it is, parts are parts', (type) => {
    expect(show({ type, output: '{"rate":0.20}' }).querySelector('pre')?.textContent).toBe('{\n  "rate": 0.20\n}');
    cleanup();
    expect(show({ type, output: '\u001b[31mfailed\u001b[0m' }).querySelector('pre')?.textContent).toBe('⟨ESC⟩[31mfailed⟨ESC⟩[0m');
    cleanup();
    const container = show({
      type,
      output: [
        { type: 'input_text', text: 'see' },
        { type: 'input_image', image_url: `data:image/png;base64,${PNG}` },
      ],
    });
    expect(container.querySelectorAll('img').length).toBe(1);
  });
});

describe('an unknown item', () => {
  it('is pleasant: links with hosts, folded text, trees, binary data as a chip', () => {
    const container = show({
      type: 'x_new',
      page: 'https://docs.example/a',
      note: 'line\n'.repeat(40),
      picture: PNG,
      deep: { list: Array.from({ length: 30 }, (_, index) => index) },
    });
    expect(screen.getByRole('link', { name: /docs\.example/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show all (200 characters)' })).toBeTruthy();
    expect(container.textContent).toContain('PNG image · 70 B');
    expect(container.querySelectorAll('img').length).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Show image' }));
    expect(container.querySelector('img')?.getAttribute('src')).toBe(`data:image/png;base64,${PNG}`);
  });
});
