import { useRef } from 'preact/hooks';

interface CopyKeyHandlers {
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * `C` copies the fact under the pointer, or the one that has the focus, with its citation: the nearest
 * `data-citation`. With a modifier the key belongs to the browser.
 */
export function useCopyKey(onCopy: (text: string) => void): CopyKeyHandlers {
  const pointed = useRef<Element | null>(null);
  return {
    onPointerOver: (event) => {
      pointed.current = event.target instanceof Element ? event.target : null;
    },
    onKeyDown: (event) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
      const focused = event.target instanceof Element ? event.target : null;
      const citation = citationAt(focused) ?? citationAt(pointed.current);
      if (citation === null) return;
      event.preventDefault();
      onCopy(citation);
    },
  };
}

function citationAt(element: Element | null): string | null {
  return element?.closest('[data-citation]')?.getAttribute('data-citation') ?? null;
}
