// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MenuButton } from './menu.tsx';

afterEach(cleanup);

describe('MenuButton', () => {
  it('opens by keyboard, runs what is chosen, once, and closes', () => {
    const ran: string[] = [];
    const item = (label: string) => ({ label, onSelect: () => void ran.push(label) });
    render(<MenuButton label="Export" items={[item('JSON'), { ...item('Events'), isDisabled: true, note: 'No events in a JSON body' }]} />);
    expect(screen.queryByRole('menu')).toBeNull();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Export' }), { key: 'Enter' });
    expect(screen.getAllByRole('menuitem').map((each) => each.textContent)).toEqual(['JSON', 'EventsNo events in a JSON body']);
    fireEvent.click(screen.getByRole('menuitem', { name: /Events/ }));
    expect(ran).toEqual([]);
    fireEvent.click(screen.getByRole('menuitem', { name: 'JSON' }));
    expect(ran).toEqual(['JSON']);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
