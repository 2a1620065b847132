import { describe, expect, it } from 'vitest';
import { findingsIn } from '#testing/rule-findings.ts';
import { secretInData } from './secret-in-data.ts';
import type { JsonObject } from '#base/json.ts';

describe('secret-in-data', () => {
  // Put together here, so that no text of this file looks like a key.
  const key = ['sk', 'proj', 'Ab3dEf6hIj9kLm2nOp5q'].join('-');
  const token = ['ghp', 'Zx8cVb7nMq6wEr5tYu4iOp3aSd2f'].join('_');
  const texts = (response: JsonObject) => findingsIn(secretInData, response).map((finding) => finding.text);

  it('says where, what it looks like and how it ends, and never repeats it', () => {
    const output = [{ type: 'message', content: [{ type: 'output_text', text: `Use ${key}, please.` }] }];
    const findings = findingsIn(secretInData, { output, metadata: { note: token } });
    expect(findings).toEqual([
      {
        text: 'output[0].content[0].text holds an API key (sk-…) at character 5, ending in Op5q',
        paths: [['output', 0, 'content', 0, 'text']],
        outputIndex: 0,
      },
      { text: 'metadata.note holds a GitHub token, ending in Sd2f', paths: [['metadata', 'note']], outputIndex: null },
    ]);
    expect(JSON.stringify(findings)).not.toContain(key.slice(0, 12));
  });

  it.each([
    'sk-your-key-here-please-1',
    'sk-xxxxxxxxxxxxxxxxxxxxxxx1',
    '$OPENAI_API_KEY',
    'Bearer authentication is needed',
    'sk-learn-pipelines',
  ])('takes %s for no key', (text) => {
    expect(texts({ instructions: text })).toEqual([]);
  });

  it('finds a key wherever it lies in a long text, once', () => {
    for (const before of [16_370, 16_383, 15_900, 40_000]) {
      const text = `${'word '.repeat(before / 5).slice(0, before)} ${key} ${'and so on '.repeat(3_000)}`;
      expect(texts({ instructions: text })).toHaveLength(1);
    }
  });

  it('passes by images and sealed reasoning', () => {
    const sealed = `gAAAA${'x9_-Qz'.repeat(1_000)}`;
    expect(texts({ output: [{ type: 'reasoning', encrypted_content: sealed }] })).toEqual([]);
  });

  it('reports credentials of MCP servers that came back, masked ones not', () => {
    const tools = [
      {
        type: 'mcp',
        server_label: 'maps',
        authorization: 'hunter2hunter2hunter2',
        headers: { 'X-Api-Key': '********', Accept: 'application/json' },
      },
    ];
    expect(texts({ tools })).toEqual(['tools[0].authorization is sent in the clear, ending in ter2']);
  });
});
