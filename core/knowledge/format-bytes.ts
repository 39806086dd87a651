import type { Formats } from './formats';

/** A size in kilobytes or megabytes of a thousand, as file managers give it. */
export function formatBytes(bytes: number, { tag }: Formats): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1000)));
}
