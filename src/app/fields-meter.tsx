import { Check } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatNumber } from '#base/format-number.ts';
import type { JsonObject } from '#base/json.ts';
import type { FieldCount, FieldMeter } from '#model/field-meter.ts';
import type { FieldsDialogProps } from './fields-dialog.tsx';
import { useFieldCount } from './use-field-count.ts';

const FieldsDialog = lazy(async () => ({ default: (await import('./fields-dialog.tsx')).FieldsDialog }));

type FieldsMeterProps = Pick<FieldsDialogProps, 'onShow' | 'onOpenEverything' | 'onClose'> & {
  /** False until a view that counts was looked at: then there is nothing to say yet. */
  readonly hasBegun: boolean;
  readonly response: JsonObject;
  /** Null while the response grows: what is counted then is wrong before it is read. */
  readonly meter: FieldMeter | null;
  /** Where the status bar has room for it; null until that is there. */
  readonly slot: Element | null;
};

/** In the status bar, how many fields of the response have been shown; opens what there is to say about the others. */
export function FieldsMeter({ hasBegun, response, meter, slot, onShow, onOpenEverything, onClose }: FieldsMeterProps) {
  const count = useFieldCount(meter);
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (slot === null || count === null || !hasBegun) return null;
  function open() {
    setIsOpen(true);
    setWasOpened(true);
  }
  function close() {
    setIsOpen(false);
    onClose();
  }
  return (
    <>
      {createPortal(<MeterButton count={count} onOpen={open} />, slot)}
      {wasOpened ? (
        <Suspense>
          <FieldsDialog
            count={count}
            response={response}
            isOpen={isOpen}
            onClose={close}
            onShow={onShow}
            onOpenEverything={onOpenEverything}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function MeterButton({ count: { shown, total, onlyInRaw }, onOpen }: { readonly count: FieldCount; readonly onOpen: () => void }) {
  const isAll = shown === total;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onOpen}
      className={`inline-flex items-center gap-1 rounded px-1 hover:bg-inset hover:text-text ${isAll ? 'text-good' : ''}`}
    >
      {isAll ? <Check size={12} aria-hidden /> : null}
      {formatNumber(shown)} of {formatNumber(total)} fields shown
      {onlyInRaw === 0 ? null : <span className="text-warning">· {formatNumber(onlyInRaw)} only in Raw</span>}
    </button>
  );
}
