/** By the name of a sample: the rules that report something in it as it is, the gravest first, since that is what it is a sample of. */
const OF_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'refund-agent': ['call-without-output', 'unknown-item'],
  'refund-intake': ['call-without-output'],
  'mcp-approval': ['call-without-output'],
  'mcp-answered': ['call-left-open'],
  'all-reasoning': ['cut-off-by-max-output-tokens'],
  'invoice-cut': ['cut-off-by-max-output-tokens'],
  hostile: [
    'arguments-not-fitting-schema',
    'annotation-outside-text',
    'secret-in-data',
    'call-without-output',
    'unknown-item',
    'unknown-part',
  ],
  harbour: ['call-left-open'],
  'flaky-test': ['call-without-output', 'call-left-open'],
  'shell-session': ['call-left-open'],
  program: ['call-left-open'],
  xai: ['unknown-item'],
  vllm: ['call-without-output'],
  'llama-cpp': ['call-without-output'],
  openrouter: ['unknown-item'],
  'chat-shim': ['field-of-wrong-kind'],
  'unknown-things': ['unknown-item', 'unknown-part'],
};

/** The same for what only events can tell. */
const OF_STREAMS: Readonly<Record<string, readonly string[]>> = {
  'failed-half-way': ['error-shape'],
  'failed-quota': ['error-shape'],
};

/** The rules that report something in a sample, by the name of its file; none in most. */
export function intendedFindings(file: string): readonly string[] {
  const [name = '', kind] = file.split('.');
  return [...(kind === 'sse' ? (OF_STREAMS[name] ?? []) : []), ...(OF_SAMPLES[name] ?? [])];
}
