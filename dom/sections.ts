import type { Steps } from '@/core/steps';
import type { PageText } from './page-text';

/** Offsets of the page text at which a section begins: blocks that are headings, or stand in one. Ascending. */
export function* sectionStartsOf(page: PageText): Steps<readonly number[]> {
  const starts: number[] = [];
  for (const [index, block] of page.blocks.entries()) {
    const start = page.starts[index];
    if (start !== undefined && isHeading(block.owner)) starts.push(start);
    if (index % 256 === 255) yield;
  }
  return starts;
}

function isHeading(owner: Node): boolean {
  if (!(owner instanceof Element)) return false;
  return /^H[1-6]$/.test(owner.nodeName) || owner.getAttribute('role') === 'heading';
}
