import type { Formats } from '@/core/knowledge/formats';

/** A whole number with the digits grouped as the reader does. */
export function countText(count: number, { tag }: Formats): string {
  return new Intl.NumberFormat(tag).format(count);
}
