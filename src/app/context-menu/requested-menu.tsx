import { lazy, Suspense } from 'react';
import { MenuBoundary } from './menu-boundary.tsx';
import type { PlaceMenuProps } from './place-menu.tsx';

const PlaceMenu = lazy(async () => ({ default: (await import('./place-menu.tsx')).PlaceMenu }));

type RequestedMenuProps = Omit<PlaceMenuProps, 'request'> & { readonly request: PlaceMenuProps['request'] | null };

/** The menu that was asked for last; what draws it loads with the first one. */
export function RequestedMenu({ request, ...rest }: RequestedMenuProps) {
  if (request === null) return null;
  return (
    <MenuBoundary key={request.count}>
      <Suspense fallback={null}>
        <PlaceMenu request={request} {...rest} />
      </Suspense>
    </MenuBoundary>
  );
}
