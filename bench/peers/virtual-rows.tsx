import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    /** Shows a button that, pressed, opens a virtualised list of `rows`, each `rowHeight` pixels high. */
    showVirtualRows: (rows: readonly string[], rowHeight: number) => void;
  }
}

window.showVirtualRows = (rows, rowHeight) => {
  const root = document.createElement('div');
  document.body.append(root);
  createRoot(root).render(<Peer rows={rows} rowHeight={rowHeight} />);
};

/** The least a list of this many rows can be: what opening our big nodes is measured against. */
function Peer({ rows, rowHeight }: { readonly rows: readonly string[]; readonly rowHeight: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      {isOpen ? <Rows rows={rows} rowHeight={rowHeight} /> : null}
    </>
  );
}

function Rows({ rows, rowHeight }: { readonly rows: readonly string[]; readonly rowHeight: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 5 });
  return (
    <div ref={scroller} style={{ height: 800, overflow: 'auto' }}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <pre key={index} style={{ position: 'absolute', top: start, height: rowHeight, margin: 0 }}>
            {rows[index]}
          </pre>
        ))}
      </div>
    </div>
  );
}
