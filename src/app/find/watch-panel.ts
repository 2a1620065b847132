/** Changes come in bursts (an item opens, its parts load); they are looked at together, after so many milliseconds. */
const SETTLING = 60;

/** Calls `look` now and after each change of what `panel` shows; the signal is aborted when it is called again. Returns the way to stop. */
export function watchPanel(panel: HTMLElement, look: (signal: AbortSignal) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  function begin() {
    running.abort();
    running = new AbortController();
    look(running.signal);
  }
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(begin, SETTLING);
  });
  observer.observe(panel, { childList: true, subtree: true, characterData: true });
  begin();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    running.abort();
  };
}
