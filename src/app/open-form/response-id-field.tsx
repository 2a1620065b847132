import { useId, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react';
import { looksLikeKey } from '#base/secret-shape.ts';
import type { OpenFormState } from './use-open-form.ts';

type ResponseIdFieldProps = { readonly form: OpenFormState; readonly isLabelHidden?: boolean };

/**
 * One field for an ID and for whatever contains one. It is a text area of one row, since an input would swallow the line
 * ends of a pasted command.
 */
export function ResponseIdField({ form, isLabelHidden = false }: ResponseIdFieldProps) {
  const id = useId();
  const messageId = useId();
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const text = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const replacesAll = value.trim() === '' || (selectionStart === 0 && selectionEnd === value.length);
    if (text === '' || !replacesAll) return;
    event.preventDefault();
    form.enterText(text, true);
  }
  function input(event: FormEvent<HTMLTextAreaElement>) {
    const kind = event.nativeEvent instanceof InputEvent ? event.nativeEvent.inputType : '';
    const { value, form: element } = event.currentTarget;
    // Typing is read when it is sent; what arrives in one piece is read at once.
    const isTyped = kind.startsWith('delete') || (kind.startsWith('insert') && Math.abs(value.length - form.draft.responseId.length) <= 1);
    form.enterText(value, !isTyped);
    // The rest of a key that is typed here has to follow its beginning.
    if (isTyped && looksLikeKey(value)) element?.querySelector<HTMLElement>('[data-field="key"]')?.focus();
  }
  function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.submit();
  }
  const hasProblem = form.remarks.some(({ isProblem }) => isProblem);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'mb-1 inline-block text-sm text-secondary'}>
        Response ID
      </label>
      <div
        className={`flex items-center rounded-md border bg-bg focus-within:border-accent focus-within:outline-1 focus-within:outline-accent ${hasProblem ? 'border-error' : 'border-line-strong'} ${isLabelHidden ? 'h-8' : 'h-10'}`}
      >
        <span aria-hidden className="pl-2.5 font-mono text-sm font-semibold text-good">
          GET
        </span>
        <textarea
          id={id}
          rows={1}
          value={form.draft.responseId}
          onInput={input}
          onPaste={paste}
          onKeyDown={submitOnEnter}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          wrap="off"
          placeholder="resp_…, an API or dashboard URL, a log line, or a curl command"
          aria-describedby={messageId}
          aria-invalid={hasProblem}
          className="h-5 min-w-0 flex-1 resize-none overflow-hidden bg-transparent px-2 font-mono leading-5 whitespace-pre outline-none"
        />
      </div>
      <ul id={messageId} aria-live="polite" className="text-sm">
        {form.remarks.map(({ text, isProblem, choice }) => (
          <li key={`${text} ${choice}`} className={`mt-1 ${isProblem ? 'text-error' : 'text-secondary'}`}>
            {text}
            {choice === null ? null : (
              <button
                type="button"
                onClick={() => form.enterText(choice, true)}
                className="ml-1.5 rounded font-mono text-accent underline underline-offset-2"
              >
                {choice}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
