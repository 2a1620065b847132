import type { Usage } from '#model/usage.ts';

/** Input and output on one scale, each split; a picture of the numbers that stand beside it. */
export function TokenBar({ usage }: { readonly usage: Usage }) {
  const { input, output } = usage;
  if (input === null || output === null || input + output === 0) return null;
  const cached = Math.min(usage.cached ?? 0, input);
  const reasoning = Math.min(usage.reasoning ?? 0, output);
  const parts = [
    { name: 'cached', tokens: cached, look: 'bg-line-strong' },
    { name: 'fresh', tokens: input - cached, look: 'bg-message' },
    { name: 'reasoning', tokens: reasoning, look: 'bg-reasoning' },
    { name: 'visible', tokens: output - reasoning, look: 'bg-tool-output' },
  ];
  return (
    <span aria-hidden className="inline-flex h-1.5 w-28 overflow-hidden rounded-full bg-inset max-sm:hidden">
      {parts.map(({ name, tokens, look }) => (
        <span key={name} className={look} style={{ width: `${(100 * tokens) / (input + output)}%` }} />
      ))}
    </span>
  );
}
