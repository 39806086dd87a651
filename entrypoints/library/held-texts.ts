/** Texts by name, held as compactly as they are stored in a file: in UTF-8, many behind each other. */
export interface HeldTexts {
  readonly size: number;
  /** A name is given once. */
  put(name: string, text: string): void;
  /** Null for a name that was never given. */
  get(name: string): string | null;
}

/** Bytes asked for at a time: few pieces, and little that stays empty in the last. */
const PIECE = 4 << 20;

interface Place {
  readonly piece: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Holds nothing yet. */
export function createHeldTexts(): HeldTexts {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const places = new Map<string, Place>();
  let piece = new Uint8Array(0);
  let filled = 0;
  return {
    get size() {
      return places.size;
    },
    put(name, text) {
      // A UTF-16 unit becomes three bytes at most.
      const most = text.length * 3;
      if (filled + most > piece.length) {
        piece = new Uint8Array(Math.max(PIECE, most));
        filled = 0;
      }
      const { written } = encoder.encodeInto(text, piece.subarray(filled));
      places.set(name, { piece, start: filled, end: filled + written });
      filled += written;
    },
    get(name) {
      const place = places.get(name);
      return place === undefined
        ? null
        : decoder.decode(place.piece.subarray(place.start, place.end));
    },
  };
}
