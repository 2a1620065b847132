// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { showBeside } from './item-fixtures.tsx';

afterEach(cleanup);

const call = (operation: JsonObject) => ({ type: 'apply_patch_call', call_id: 'call_1', operation });
const UPDATE = call({ type: 'update_file', path: 'src/a.ts', diff: '@@ main\n-old\n+new\n+more\n same\n' });

/** Each line of the patch as it is read aloud, after its kind. */
function lines(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll<HTMLElement>('[data-kind]')].map(
    (line) => `${line.dataset['kind']}: ${line.textContent?.trimEnd()}`,
  );
}

describe('apply_patch_call', () => {
  it('says what happens to which file, counts lines, and draws the patch with signs', () => {
    const container = showBeside(UPDATE);
    expect(container.textContent).toContain('Updates the filesrc/a.ts');
    expect(container.textContent).toContain('+2 −1');
    expect(lines(container)).toEqual([
      'hunk: @@ main',
      'removed: removed -old',
      'added: added +new',
      'added: added +more',
      'context:  same',
    ]);
    expect(screen.getByRole('group', { name: 'Patch of src/a.ts' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy patch' })).toBeTruthy();
  });

  it('needs no diff to delete a file, but says where one is missing', () => {
    const deleted = showBeside(call({ type: 'delete_file', path: 'src/b.ts' }));
    expect(deleted.textContent).toContain('Deletes the filesrc/b.ts');
    expect(deleted.textContent).not.toContain('diff');
    cleanup();
    expect(showBeside(call({ type: 'create_file', path: 'src/c.ts' })).textContent).toContain('No diff was sent.');
  });

  it('numbers the lines of a new file without putting the numbers into the text', () => {
    const container = showBeside(call({ type: 'create_file', path: 'c.ts', diff: '+one\n+two\n' }));
    expect([...container.querySelectorAll('[data-number]')].map((cell) => cell.getAttribute('data-number'))).toEqual(['1', '2']);
    expect(lines(container)).toEqual(['added: added +one', 'added: added +two']);
  });

  it('shows the beginning of a long patch, and all of it on demand', () => {
    const container = showBeside(call({ type: 'create_file', path: 'c.ts', diff: '+line of text\n'.repeat(2_000) }));
    expect(lines(container).length).toBeLessThan(1_500);
    fireEvent.click(screen.getByRole('button', { name: 'Show all (28,000 characters)' }));
    expect(lines(container).length).toBe(2_000);
  });

  it('says what became of it', () => {
    expect(showBeside(UPDATE, { status: 'completed', output: 'Updated src/a.ts' }).textContent).toContain('AppliedUpdated src/a.ts');
    cleanup();
    expect(showBeside(UPDATE, { status: 'failed', output: 'Refused' }).textContent).toContain('Not applied: it failedRefused');
  });

  it('keeps operations and fields nobody knows', () => {
    const container = showBeside(call({ type: 'rename_file', path: 'a', to: 'b', diff: 7 }));
    expect(container.textContent).toContain('Changes the filea');
    for (const words of ['rename_file', 'tob', 'diff7']) expect(container.textContent).toContain(words);
  });
});

describe('apply_patch_call_output', () => {
  it('gives the outcome, the file and the whole log', () => {
    const container = showBeside({ type: 'apply_patch_call_output', status: 'failed', output: 'first\n\u001b[31msecond\u001b[0m' }, UPDATE);
    expect(container.textContent).toContain('Not applied: it failedsrc/a.ts');
    expect(screen.getByRole('group', { name: 'log' }).textContent).toBe('first\nsecond');
  });

  it('says that there is no log, and shows one that is no text', () => {
    expect(showBeside({ type: 'apply_patch_call_output', status: 'completed' }).textContent).toContain('AppliedNo log was sent.');
    cleanup();
    expect(showBeside({ type: 'apply_patch_call_output', output: { hunks: 2 } }).textContent).toContain('{"hunks":2}');
  });
});
