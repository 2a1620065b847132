import { FolderOpen } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { openBytes, openText } from './open-recording.ts';

/** `Open`: takes what is on the clipboard, or a file. */
export function OpenFileButton() {
  const input = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  async function openClipboard() {
    const text = await navigator.clipboard.readText().catch(() => null);
    if (text === null) {
      setProblem('The browser does not let this page read the clipboard. Press Ctrl+V (⌘V on a Mac) anywhere on the page instead.');
      return;
    }
    const outcome = await openText(text);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) menu.current?.hidePopover();
  }
  async function openFile(file: File | undefined) {
    if (file === undefined) return;
    const outcome = await openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) menu.current?.hidePopover();
  }
  return (
    <>
      <Button
        look="quiet"
        popoverTarget={menuId}
        title="Open a response from a file or the clipboard"
        className="max-sm:px-2"
        aria-label="Open"
      >
        <FolderOpen size={15} aria-hidden />
        <span className="max-sm:hidden">Open</span>
      </Button>
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        className="fixed inset-auto top-11 right-2 m-0 max-w-80 rounded-md border border-line-strong bg-bg p-3 text-text shadow-lg"
      >
        <p className="mb-2 text-secondary">
          A Response as JSON, the text of an event stream (from <code className="font-mono">curl -N</code>, whole or cut off), its events as
          JSON lines, or a recording that was exported here. It stays in this browser.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => input.current?.click()}>Choose a file</Button>
          <Button onClick={() => void openClipboard()}>Read the clipboard</Button>
        </div>
        {problem === null ? null : (
          <p role="alert" className="mt-2 text-error">
            {problem}
          </p>
        )}
        <input
          ref={input}
          type="file"
          aria-label="Response file"
          accept=".json,.sse,.jsonl,.ndjson,.txt,.log,application/json,text/event-stream,text/plain"
          hidden
          onChange={(event) => {
            void openFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
    </>
  );
}
