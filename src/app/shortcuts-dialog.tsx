import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Button } from '#ui/button.tsx';
import { useModal } from '#ui/use-modal.ts';
import { COMMANDS, ITEM_KEYS } from './commands.ts';
import { FIND_KEYS } from './find/find-keys.ts';

type ShortcutsDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every shortcut, and the switch for those that are single keys. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const dialog = useModal(isOpen);
  const { singleKeys } = useStore(preferencesStore);
  const onHeaders = Object.values(ITEM_KEYS).filter(({ keyNames }) => keyNames.length > 0);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="m-auto w-[30rem] max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-bg p-4 text-text shadow-xl backdrop:bg-bg/60"
    >
      <h2 id="shortcuts-title" className="text-lg font-semibold">
        Keyboard shortcuts
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {COMMANDS.map(({ id, title, keyNames }) => (
          <Row key={id} title={title} keyNames={keyNames} isOff={!singleKeys} />
        ))}
        <Row title="Open or close the item" keyNames={['Enter']} isOff={false} />
        {onHeaders.map(({ title, keyNames }) => (
          <Row key={title} title={title} keyNames={keyNames} isOff={false} />
        ))}
        {FIND_KEYS.map(({ title, keyNames }) => (
          <Row key={title} title={title} keyNames={keyNames} isOff={false} />
        ))}
        <Row title="On the slider of a stream: one event; with Shift, one item" keyNames={['→', '←']} isOff={false} />
        <Row title="Menu of the item, field or row" keyNames={['Shift F10']} isOff={false} />
        <Row title="Back to the item’s header" keyNames={['Esc']} isOff={false} />
        <Row title="In the waterfall: next or previous lane; first event of it" keyNames={['↓', '↑', 'Enter']} isOff={false} />
        <Row title="In the waterfall: previous or next event of the lane" keyNames={['[', ']']} isOff={false} />
        <Row title="In the waterfall: only the events of the lane" keyNames={['Shift Enter']} isOff={false} />
        <Row title="In the waterfall: closer, wider, all of it" keyNames={['+', '−', '0']} isOff={false} />
        <Row title="In the waterfall: to the left or to the right" keyNames={['←', '→']} isOff={false} />
        <Row title="In a tree: next or previous row" keyNames={['↓', '↑']} isOff={false} />
        <Row title="In a tree: open and go in, close and go out" keyNames={['→', '←']} isOff={false} />
      </dl>
      <label className="mt-3 flex items-center gap-2">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setPreference('singleKeys', event.target.checked)}
          className="accent-accent"
        />
        Use the shortcuts that are single letters and numbers
      </label>
      <div className="mt-3">
        <Button onClick={onClose}>Close</Button>
      </div>
    </dialog>
  );
}

function Row({ title, keyNames, isOff }: { readonly title: string; readonly keyNames: readonly string[]; readonly isOff: boolean }) {
  return (
    <div className="col-span-full grid grid-cols-subgrid">
      <dt className="flex items-start gap-1">
        {keyNames.map((name) => (
          <kbd key={name} className={`rounded border border-line-strong bg-raised px-1.5 font-mono text-sm ${isOff ? 'line-through' : ''}`}>
            {name}
          </kbd>
        ))}
      </dt>
      <dd>
        {title}
        {isOff ? <span className="text-tertiary"> (off)</span> : null}
      </dd>
    </div>
  );
}
