import { loadMarkdown } from '#ui/markdown.tsx';

/** Loads what most responses are shown with, while the server still thinks: items then stand at once as they will stay. */
export function loadAhead(): void {
  void Promise.allSettled([import('#panels/output/output-panel.tsx'), loadMarkdown()]);
}
