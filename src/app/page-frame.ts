/**
 * On a wide screen the page fills the window and the tab in view scrolls inside it, so that overview, tabs and status stay
 * where they are. On a narrow or zoomed one there is no room for that: the page scrolls as a whole.
 */
export const PAGE_FRAME = 'flex min-h-dvh flex-col lg:h-dvh';
export const MAIN_FRAME = 'flex min-h-0 min-w-0 flex-1 flex-col lg:overflow-auto';
