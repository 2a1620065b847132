import { Component, type ReactNode } from 'react';
import { MenuNote } from './menu-note.tsx';

/** A menu that cannot be loaded or drawn must not take the page with it. */
export class MenuBoundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <MenuNote text="The menu could not be loaded." isTrouble /> : this.props.children;
  }
}
