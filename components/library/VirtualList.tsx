import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface VirtualListProps {
  readonly count: number;
  /** Height of a row before it has been seen, in pixels. */
  readonly estimatePx: number;
  readonly row: (index: number) => ComponentChildren;
  readonly label: string;
}

/** Rows that are drawn and dropped together: fewer observers than rows, less flicker than one by one. */
const CHUNK = 40;
/** How far outside the window rows are kept, so that a quick scroll finds them there. */
const MARGIN = '1200px';

/**
 * A list of any length of which only what is near the window is drawn. Rows may differ in height: a chunk
 * keeps the height that it had when it was drawn.
 */
export function VirtualList({ count, estimatePx, row, label }: VirtualListProps) {
  const chunks = Math.ceil(count / CHUNK);
  return (
    <ul class="virtual-list" aria-label={label}>
      {Array.from({ length: chunks }, (_, chunk) => (
        <Chunk
          // A chunk is its place in the list.
          key={String(chunk)}
          from={chunk * CHUNK}
          to={Math.min(count, (chunk + 1) * CHUNK)}
          count={count}
          estimatePx={estimatePx}
          row={row}
        />
      ))}
    </ul>
  );
}

interface ChunkProps {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly estimatePx: number;
  readonly row: (index: number) => ComponentChildren;
}

function Chunk({ from, to, count, estimatePx, row }: ChunkProps) {
  const place = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(from === 0);
  const heightPx = useRef((to - from) * estimatePx);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        if (!entry.isIntersecting && element.offsetHeight > 0) {
          heightPx.current = element.offsetHeight;
        }
        setNear(entry.isIntersecting);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <li ref={place} style={isNear ? {} : { blockSize: `${heightPx.current}px` }}>
      {isNear ? (
        <ul>
          {Array.from({ length: to - from }, (_, offset) => (
            <li key={String(from + offset)} aria-posinset={from + offset + 1} aria-setsize={count}>
              {row(from + offset)}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
