import { memo, type ReactNode } from 'react';

/** Draws `children`; while `isHeld`, those of the last time: what nobody sees need not follow every frame of what grows. */
export const Held = memo(
  function Held({ children }: { readonly isHeld: boolean; readonly children: ReactNode }) {
    return children;
  },
  (_, { isHeld }) => isHeld,
);
