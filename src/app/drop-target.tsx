import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readingStore } from '#state/reading-progress.ts';
import { useStore } from '#state/use-store.ts';
import { Banner } from '#ui/banner.tsx';
import { onLaunchedFiles } from './launched-files.ts';
import { isMeantToBeOpened, openBytes, openingStore, openText, type OpenOutcome } from './open-recording.ts';
import { ReadingProgress } from './reading-note.tsx';

/** True for a paste that is meant for a field. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Reading so many bytes takes long enough to say so. */
const BIG_FILE = 3_000_000;

/** Files can be dropped anywhere or opened with the installed app, and JSON or an event stream can be pasted anywhere but into a field. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const depth = useRef(0);
  const reading = useStore(readingStore);
  const isOpening = useStore(openingStore) > 0;
  useEffect(() => {
    const report = (outcome: OpenOutcome) => setProblem(outcome.ok ? null : outcome.problem);
    const openFile = async (file: File) => report(await openBytes(new Uint8Array(await file.arrayBuffer()), file.name));
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function enter(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    }
    function leave(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      setOver(depth.current > 0);
    }
    function over(event: DragEvent) {
      if (hasFiles(event)) event.preventDefault();
    }
    async function drop(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) await openFile(file);
    }
    async function paste(event: ClipboardEvent) {
      if (isInField(event.target)) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file !== undefined) await openFile(file);
      else if (isMeantToBeOpened(text)) report(await openText(text));
    }
    onLaunchedFiles((file) => void openFile(file));
    const onDrop = (event: DragEvent) => void drop(event);
    const onPaste = (event: ClipboardEvent) => void paste(event);
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', over);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', over);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, []);
  return (
    <>
      {children}
      {isOver ? (
        <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-bg/85">
          <p className="text-lg font-semibold">Drop to open</p>
        </div>
      ) : null}
      {isOpening && reading !== null && reading.size >= BIG_FILE ? (
        <div className="fixed inset-x-2 bottom-10 z-40 mx-auto max-w-md rounded-md border border-line-strong bg-bg px-3 pt-1 pb-2.5 shadow-lg">
          <ReadingProgress reading={reading} />
        </div>
      ) : null}
      {problem === null ? null : (
        <div className="fixed inset-x-2 bottom-10 z-40 mx-auto max-w-2xl rounded-md bg-bg shadow-lg">
          <Banner kind="error" title="This could not be opened">
            <p>{problem}</p>
            <button type="button" className="mt-1 text-accent underline" onClick={() => setProblem(null)}>
              Close
            </button>
          </Banner>
        </div>
      )}
    </>
  );
}
