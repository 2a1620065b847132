/** Loaded before every unit test file: what is waited for may take its time on a busy machine; a wait that ends early would fail good code. */
import { beforeAll } from 'vitest';

beforeAll(async () => {
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 30_000 });
});
