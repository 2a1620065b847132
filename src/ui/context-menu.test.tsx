// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ContextMenu, type MenuRow } from './context-menu.tsx';

afterEach(cleanup);

function open(groups: readonly (readonly MenuRow[])[], onFocusLost: () => void = () => undefined) {
  const container = document.body.appendChild(document.createElement('main'));
  render(<ContextMenu x={10} y={20} title="output[3]" groups={groups} isByKey onFocusLost={onFocusLost} />, { container });
}

describe('ContextMenu', () => {
  it('opens named, in groups, inside the landmark of the page', () => {
    open([[{ label: 'Copy JSON', run: () => undefined }], [{ label: 'Show in Raw', detail: 'raw', run: () => undefined }]]);
    expect(screen.getByRole('menu', { name: 'output[3]' }).closest('main')).not.toBeNull();
    expect(screen.getAllByRole('group')).toHaveLength(2);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Copy JSON', 'Show in Rawraw']);
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Copy JSON' }));
  });

  it('does what was chosen, closes, and says that the focus is gone', async () => {
    const done: string[] = [];
    const lost = new Promise<void>((resolve) => {
      open([[{ label: 'Copy JSON', run: () => void done.push('copied') }]], resolve);
    });
    fireEvent.click(screen.getByRole('menuitem', { name: 'Copy JSON' }));
    expect(done).toEqual(['copied']);
    expect(screen.queryByRole('menu')).toBeNull();
    await lost;
  });
});
