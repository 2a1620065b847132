import { useLayoutEffect, useState, type RefObject } from 'react';

/** In pixels; 0 as long as nothing was measured. */
export type Size = { readonly width: number; readonly height: number };

/** How big an element is inside, now and whenever that changes. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = box;
      setSize((last) => (last.width === width && last.height === height ? last : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
