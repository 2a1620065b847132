// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { show } from './item-fixtures.tsx';

afterEach(cleanup);

describe('a compaction', () => {
  it('says what it may have folded', () => {
    const item = { type: 'compaction', encrypted_content: 'gAAAAAB' };
    expect(show(item, { position: 2 }).textContent).toContain('what stood before this list and the 2 items above');
    cleanup();
    expect(show(item).textContent).toContain('It can cover what stood before this list.');
  });
});

describe('a program', () => {
  it('lists the calls it made and what it returned, and leads to them', () => {
    const onJump = vi.fn<() => void>();
    const related = [
      { role: 'child call' as const, position: 3, item: { type: 'function_call', name: 'get_load', arguments: '{"days":28}' }, onJump },
      { role: 'output' as const, position: 5, item: { type: 'program_output', result: '{"total":3}' }, onJump },
    ];
    const container = show({ type: 'program', code: 'return 1;' }, { related });
    expect(
      within(screen.getByRole('region', { name: 'Calls it made' }))
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['@3child callget_load(days: 28)']);
    expect(screen.getByRole('region', { name: 'What it returned' }).textContent).toContain('total: 3');
    expect(container.querySelector('h2')?.textContent).toContain('1 call');
    fireEvent.click(screen.getByRole('button', { name: 'Go to the child call, item 3' }));
    expect(onJump).toHaveBeenCalledOnce();
  });

  it('is named by its calls', () => {
    const related = [{ role: 'program' as const, position: 0, item: { type: 'program', code: 'return 1;' }, onJump: () => undefined }];
    show({ type: 'function_call', name: 'get_load', arguments: '{}', caller: { type: 'program', caller_id: 'call_p' } }, { related });
    expect(screen.getByRole('region', { name: 'Called by a program' }).textContent).toContain('@0programreturn 1;');
  });
});
