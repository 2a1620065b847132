import { Ban } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useModal } from '#ui/use-modal.ts';
import type { CancelControl } from './use-cancel.ts';

/** Ends a background response for good, once the reader has read whose work that stops. */
export function CancelButton({
  control,
  responseId,
  host,
}: {
  readonly control: CancelControl;
  readonly responseId: string;
  readonly host: string;
}) {
  const [isAsking, setAsking] = useState(false);
  const isSending = control.cancellation.kind === 'sending';
  return (
    <>
      <Button size="small" disabled={isSending} onClick={() => setAsking(true)} title="Stop the model’s work on this response">
        <Ban size={12} aria-hidden />
        {isSending ? 'Cancelling…' : 'Cancel response'}
      </Button>
      <CancelDialog
        isOpen={isAsking}
        responseId={responseId}
        host={host}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          control.cancel();
        }}
      />
    </>
  );
}

type CancelDialogProps = {
  readonly isOpen: boolean;
  readonly responseId: string;
  readonly host: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
};

function CancelDialog({ isOpen, responseId, host, onClose, onConfirm }: CancelDialogProps) {
  const dialog = useModal(isOpen);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="cancel-title"
      aria-describedby="cancel-words"
      className="m-auto w-[30rem] max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-bg p-4 text-text shadow-xl backdrop:bg-bg/60"
    >
      <h2 id="cancel-title" className="text-lg font-semibold">
        Cancel this response?
      </h2>
      <div id="cancel-words" className="mt-2 grid gap-2 text-secondary">
        <p>
          {sentenceStart(host)} stops the model’s work on <code className="font-mono break-all text-text">{responseId}</code> for everyone
          who waits for it, not only for this page. It cannot be taken up again.
        </p>
        <p>Tokens used so far are billed. To end only what this page receives, press Stop instead.</p>
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Let it run</Button>
        <Button look="danger" onClick={onConfirm}>
          Cancel response
        </Button>
      </div>
    </dialog>
  );
}

function sentenceStart(text: string): string {
  return text.startsWith('this ') ? `T${text.slice(1)}` : text;
}
