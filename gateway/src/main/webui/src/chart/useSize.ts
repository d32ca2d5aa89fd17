import { useEffect, useRef, useState } from 'preact/hooks';
import type { Size } from './geometry';

const FIRST_GUESS = 320;

/** The width that a picture has, and the reader's text size. */
export function useSize<E extends HTMLElement>(): { ref: { current: E | null }; size: Size } {
  const ref = useRef<E | null>(null);
  const [size, setSize] = useState<Size>({ width: FIRST_GUESS, rem: 1 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return;
    }
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const width = Math.floor(element.clientWidth);
      if (width > 0) {
        setSize((before) => (before.width === width && before.rem === rem ? before : { width, rem }));
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
