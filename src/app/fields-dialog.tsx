import { formatCount, formatNumber } from '#base/format-number.ts';
import { formatDotPath } from '#base/json-path-text.ts';
import { stringOf, valueAt, type JsonObject, type JsonPath } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { groupClosedPlaces } from '#model/closed-places.ts';
import type { FieldCount } from '#model/field-meter.ts';
import type { View } from '#state/url-state.ts';
import { Button } from '#ui/button.tsx';
import { LongList } from '#ui/long-list.tsx';
import { useModal } from '#ui/use-modal.ts';
import { PANELS } from './panel-list.tsx';

export type FieldsDialogProps = {
  readonly count: FieldCount;
  readonly response: JsonObject;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Goes to a view and brings the value at the path into view there. */
  readonly onShow: (view: View, path: JsonPath) => void;
  /** Opens every tab, item, tool and branch that shows fields of the response. */
  readonly onOpenEverything: () => void;
};

/** Which fields of the response have not been shown: those in closed places, and those that only Raw has. */
export function FieldsDialog({ count, response, isOpen, onClose, onShow, onOpenEverything }: FieldsDialogProps) {
  const dialog = useModal(isOpen);
  function go(view: View, path: JsonPath) {
    // First, as closing gives the focus back to where it was.
    dialog.current?.close();
    onShow(view, path);
  }
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="fields-title"
      className="m-auto max-h-[80dvh] w-[34rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line-strong bg-bg p-4 text-text shadow-xl backdrop:bg-bg/60"
    >
      <h2 id="fields-title" className="text-lg font-semibold">
        Fields shown
      </h2>
      <p aria-live="polite" className="mt-1">
        <b className="font-semibold">
          {formatNumber(count.shown)} of {formatNumber(count.total)}
        </b>{' '}
        <span className="text-secondary">{verdictOn(count)}</span>
      </p>
      <Bar count={count} />
      {count.onlyInRaw === 0 ? null : <OnlyInRaw count={count} onGo={(path) => go('raw', path)} />}
      {count.closed === 0 ? null : <Closed count={count} response={response} onGo={go} onOpenEverything={onOpenEverything} />}
      <p className="mt-3 text-sm text-tertiary">
        A field is a value of the response: a text, a number, true, false, null, an empty list. It is counted as shown once the open view of
        Output, Request or Usage has drawn it, binary data by its kind and size.
      </p>
      <div className="mt-3">
        <Button onClick={onClose}>Close</Button>
      </div>
    </dialog>
  );
}

function verdictOn({ closed, onlyInRaw }: FieldCount): string {
  if (onlyInRaw > 0) return `fields have been shown. ${formatCount(onlyInRaw, 'field')} of what is open can be seen in Raw only.`;
  if (closed > 0) return 'fields have been shown. What has been opened shows all of its fields; the others are in places not opened yet.';
  return 'fields have been shown: nothing of this response is hidden.';
}

function Bar({ count: { total, shown, onlyInRaw } }: { readonly count: FieldCount }) {
  const width = (fields: number) => ({ width: `${(fields / Math.max(1, total)) * 100}%` });
  return (
    <div aria-hidden className="mt-2 flex h-1.5 overflow-hidden rounded bg-inset">
      <span className="bg-good" style={width(shown)} />
      <span className="bg-warning" style={width(onlyInRaw)} />
    </div>
  );
}

function OnlyInRaw({ count, onGo }: { readonly count: FieldCount; readonly onGo: (path: JsonPath) => void }) {
  return (
    <section aria-labelledby="fields-only-in-raw" className="mt-4">
      <h3 id="fields-only-in-raw" className="font-semibold">
        Only in Raw: {formatNumber(count.onlyInRaw)}
      </h3>
      <p className="text-secondary">Their view is open and does not draw them.</p>
      <LongList items={count.onlyInRawPaths} label="Fields only in Raw" noun="fields">
        {(path) => <PlaceButton path={path} onGo={onGo} />}
      </LongList>
    </section>
  );
}

type ClosedProps = {
  readonly count: FieldCount;
  readonly response: JsonObject;
  readonly onGo: (view: View, path: JsonPath) => void;
  readonly onOpenEverything: () => void;
};

function Closed({ count, response, onGo, onOpenEverything }: ClosedProps) {
  return (
    <section aria-labelledby="fields-closed" className="mt-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="fields-closed" className="font-semibold">
          Not opened yet: {formatNumber(count.closed)}
        </h3>
        <Button size="small" onClick={onOpenEverything}>
          Open everything
        </Button>
      </div>
      <LongList items={groupClosedPlaces(count.closedPlaces)} label="Closed places" noun="places" limit={12}>
        {({ view, path, count: fields }) => (
          <span className="flex min-w-0 items-baseline gap-2">
            {path === null ? (
              <button type="button" onClick={() => onGo(view, [])} className="min-h-6 text-accent hover:underline">
                the tab {PANELS.find((panel) => panel.view === view)?.title}
              </button>
            ) : (
              <>
                <PlaceButton path={path} onGo={() => onGo(view, path)} />
                <span className="min-w-0 truncate text-sm text-secondary">{typeAt(response, path)}</span>
              </>
            )}
            <span className="ml-auto shrink-0 text-sm text-secondary tabular-nums">{formatCount(fields, 'field')}</span>
          </span>
        )}
      </LongList>
    </section>
  );
}

function typeAt(response: JsonObject, path: JsonPath): string {
  return visibleLine(stringOf(valueAt(response, [...path, 'type'])) ?? '');
}

function PlaceButton({ path, onGo }: { readonly path: JsonPath; readonly onGo: (path: JsonPath) => void }) {
  return (
    <button
      type="button"
      onClick={() => onGo(path)}
      className="min-h-6 min-w-0 text-left font-mono text-sm wrap-anywhere text-accent hover:underline"
    >
      {visibleLine(formatDotPath(path))}
    </button>
  );
}
