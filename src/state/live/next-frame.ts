/** In a tab that nobody sees there are no frames; there it is so long until the next one, in milliseconds. */
const HIDDEN_PACE = 1_000;

/** Calls `callback` once: before the next frame is drawn, or after a while where none is drawn. The returned function takes it back. */
export function onNextFrame(callback: () => void): () => void {
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN_PACE);
  function cancel() {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  function run() {
    cancel();
    callback();
  }
  return cancel;
}
