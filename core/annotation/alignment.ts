import { maybeSimilar, similarityOf } from './similarity';
import type { Token } from './tokens';

/** One token of the passage found again on the page: indexes into the two token lists, similarity 0…1. */
export interface AlignedPair {
  readonly inPassage: number;
  readonly inPage: number;
  readonly similarity: number;
}

/*
 * Costs against a gain of a token's weight for a match. Opening a gap costs more than a function word gains,
 * so that a stray "the" never stretches an alignment; going on costs little, because an inserted clause is
 * one edit however long.
 */
const GAP_OPEN = 0.35;
const GAP_EXTEND = 0.05;
const DELETED_SHARE = 0.1;
const REPLACED = 0.25;

const STOP = 0;
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;

/**
 * The best local alignment of a passage with a stretch of a page, in order: Smith and Waterman's recurrence
 * with Gotoh's affine gaps, over words. Cost: the product of the two lengths. Keep one for many alignments: it reuses its tables.
 */
export class Aligner {
  #best = new Float32Array(0);
  #insertion = new Float32Array(0);
  #trace = new Uint8Array(0);

  /** Pairs in ascending order of both lists; empty when nothing matches. */
  align(passage: readonly Token[], page: readonly Token[]): readonly AlignedPair[] {
    const rows = passage.length;
    const columns = page.length;
    const width = columns + 1;
    this.#reserve((rows + 1) * width);
    const best = this.#best;
    const insertion = this.#insertion;
    const trace = this.#trace;
    best.fill(0, 0, width);
    trace.fill(STOP, 0, width);
    const deletion = new Float32Array(width).fill(-1e9);
    let endCell = 0;
    let endScore = 0;
    for (let row = 1; row <= rows; row++) {
      const token = passage[row - 1];
      if (token === undefined) break;
      const base = row * width;
      best[base] = 0;
      insertion[base] = -1e9;
      trace[base] = STOP;
      const deletedCost = DELETED_SHARE * token.weight;
      const replacedCost = REPLACED + DELETED_SHARE * token.weight;
      for (let column = 1; column <= columns; column++) {
        const cell = base + column;
        const other = page[column - 1];
        const similarity =
          other !== undefined && maybeSimilar(token, other) ? similarityOf(token, other) : 0;
        const across =
          (best[cell - width - 1] ?? 0) +
          (similarity > 0 ? token.weight * similarity : -replacedCost);
        const inserted = Math.max(
          (best[cell - 1] ?? 0) - GAP_OPEN,
          (insertion[cell - 1] ?? -1e9) - GAP_EXTEND,
        );
        insertion[cell] = inserted;
        const deleted =
          Math.max((best[cell - width] ?? 0) - GAP_OPEN, deletion[column] ?? -1e9) - deletedCost;
        deletion[column] = deleted;
        let score = 0;
        let step = STOP;
        if (across > score) {
          score = across;
          step = DIAGONAL;
        }
        if (inserted > score) {
          score = inserted;
          step = LEFT;
        }
        if (deleted > score) {
          score = deleted;
          step = UP;
        }
        best[cell] = score;
        trace[cell] = step;
        if (score > endScore && similarity > 0 && step === DIAGONAL) {
          endScore = score;
          endCell = cell;
        }
      }
    }
    return this.#walkBack(endCell, width, passage, page);
  }

  /*
   * Steps were chosen by the best score of each cell, which affine gaps make only nearly right: where two gaps
   * cost the same, one token more may stand in the gap. The pairs themselves are always real matches.
   */
  #walkBack(
    endCell: number,
    width: number,
    passage: readonly Token[],
    page: readonly Token[],
  ): readonly AlignedPair[] {
    const pairs: AlignedPair[] = [];
    let cell = endCell;
    while (cell > 0 && this.#trace[cell] !== STOP) {
      const step = this.#trace[cell];
      const row = Math.floor(cell / width);
      const column = cell % width;
      if (step === DIAGONAL) {
        const token = passage[row - 1];
        const other = page[column - 1];
        const similarity =
          token !== undefined && other !== undefined && maybeSimilar(token, other)
            ? similarityOf(token, other)
            : 0;
        if (similarity > 0) pairs.push({ inPassage: row - 1, inPage: column - 1, similarity });
        cell -= width + 1;
      } else cell -= step === UP ? width : 1;
    }
    return pairs.reverse();
  }

  #reserve(cells: number): void {
    if (this.#best.length >= cells) return;
    this.#best = new Float32Array(cells);
    this.#insertion = new Float32Array(cells);
    this.#trace = new Uint8Array(cells);
  }
}
