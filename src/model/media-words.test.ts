import { describe, expect, it } from 'vitest';
import { isMedia, mediaWords } from './media-words.ts';

describe('mediaWords', () => {
  it.each([
    [{ type: 'input_image', image_url: 'https://cdn.example:8443/a/b.png?x=1' }, 'image from cdn.example:8443'],
    [{ type: 'input_image', image_url: { url: 'https://cdn.example/a.png' } }, 'image from cdn.example'],
    [{ type: 'input_image', image_url: 'data:image/png;base64,iVBORw0KGgo=' }, 'image (PNG)'],
    [{ type: 'input_image', file_id: 'file-abc', detail: 'auto' }, 'image file-abc'],
    [{ type: 'input_image', image_url: null }, 'image'],
    [{ type: 'computer_screenshot', image_url: 'not a url' }, 'screenshot'],
    [{ type: 'input_file', filename: 'report.pdf', file_data: 'data:application/pdf;base64,JVBERi0=' }, 'report.pdf'],
    [{ type: 'input_file', filename: 'report.pdf', file_url: 'https://files.example/r.pdf' }, 'report.pdf from files.example'],
    [{ type: 'input_file', file_url: 'https://files.example/r.pdf' }, 'file from files.example'],
    [{ type: 'input_file', file_id: 'file-abc' }, 'file file-abc'],
    [{ type: 'input_file', file_data: 'data:application/pdf;base64,JVBERi0=' }, 'file (PDF)'],
    [{ type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav' } }, 'audio (WAV)'],
    [{ type: 'input_video', video_url: 'https://v.example/clip.mp4' }, 'video from v.example'],
  ])('names %j', (part, words) => {
    expect(mediaWords([part])).toEqual([words]);
  });

  it('counts what repeats, and keeps the order', () => {
    const image = { type: 'input_image', image_url: 'https://cdn.example/1.png' };
    const parts = [image, { type: 'input_text', text: 'Which?' }, { type: 'input_file', filename: 'a.txt' }, { ...image, detail: 'low' }];
    expect(mediaWords(parts)).toEqual(['image from cdn.example ×2', 'a.txt']);
  });

  it('has no words for text, nor for types nobody told us about', () => {
    const others = [{ type: 'output_text', text: '' }, { type: 'hologram', url: 'https://h.example' }, {}, { type: 'constructor' }];
    expect(mediaWords(others)).toEqual([]);
    expect(others.map(isMedia)).toEqual([false, false, false, false]);
  });
});
