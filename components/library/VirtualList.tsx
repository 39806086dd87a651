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
const CHUNK = 20;
/** Chunks that come and go together in turn: a list of 100,000 rows begins with some a hundred and twenty-five elements, not 5,000. */
const BLOCK = CHUNK * 40;
/** How far outside the window rows are kept, so that a quick scroll finds them there. */
const MARGIN = '1200px';

/**
 * A list of any length of which only what is near the window is drawn. Rows may differ in height: a chunk
 * keeps the height that it had when it was drawn.
 */
export function VirtualList({ count, estimatePx, row, label }: VirtualListProps) {
  const size = count > BLOCK ? BLOCK : CHUNK;
  return (
    <ul class="virtual-list" aria-label={label}>
      {piecesOf(0, count, size).map((from) => (
        <Piece
          // A piece is its place in the list.
          key={`${size} ${from}`}
          from={from}
          to={Math.min(count, from + size)}
          count={count}
          estimatePx={estimatePx}
          row={row}
        />
      ))}
    </ul>
  );
}

function piecesOf(from: number, to: number, size: number): readonly number[] {
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, at) => from + at * size);
}

interface PieceProps {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly estimatePx: number;
  readonly row: (index: number) => ComponentChildren;
}

/** A run of rows: its rows when it is near, or smaller runs of a long one; its room when it is far. */
function Piece(props: PieceProps) {
  const { from, to, count, estimatePx, row } = props;
  const place = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(from === 0);
  const heightPx = useRef<number | null>(null);
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
  const farPx = heightPx.current ?? (to - from) * estimatePx;
  return (
    <li ref={place} style={isNear ? {} : { blockSize: `${farPx}px` }}>
      {!isNear ? null : to - from > CHUNK ? (
        <ul>
          {piecesOf(from, to, CHUNK).map((start) => (
            <Piece key={String(start)} {...props} from={start} to={Math.min(to, start + CHUNK)} />
          ))}
        </ul>
      ) : (
        <ul>
          {Array.from({ length: to - from }, (_, offset) => (
            <li key={String(from + offset)} aria-posinset={from + offset + 1} aria-setsize={count}>
              {row(from + offset)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
