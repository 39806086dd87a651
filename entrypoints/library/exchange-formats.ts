import type { StoredAnnotation } from '@/core/annotation/annotation';
import { decodeBackup, encodeBackup } from '@/core/exchange/backup';
import { encodeMarkdown } from '@/core/exchange/markdown';
import { decodeMarkdown } from '@/core/exchange/markdown-decode';
import type { DecodeContext, Decoded } from '@/core/exchange/problem';
import { encodeWebAnnotations } from '@/core/exchange/web-annotation';
import { decodeWebAnnotations } from '@/core/exchange/web-annotation-decode';

export type FormatId = 'backup' | 'web-annotation' | 'markdown';

/** In the order in which they are offered. */
export const FORMATS: readonly {
  readonly id: FormatId;
  readonly canWrite: boolean;
  readonly canRead: boolean;
  readonly isText: boolean;
}[] = [
  { id: 'markdown', canWrite: true, canRead: true, isText: true },
  { id: 'backup', canWrite: true, canRead: true, isText: true },
  { id: 'web-annotation', canWrite: true, canRead: true, isText: true },
];

export function isFormatId(text: string): text is FormatId {
  return FORMATS.some(({ id }) => id === text);
}

export interface OutFile {
  readonly name: string;
  readonly type: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

export interface EncodeOptions {
  readonly now: string;
  readonly app: string;
  readonly nameOf: (entity: string) => string;
}

export function encodeAs(
  format: FormatId,
  records: readonly StoredAnnotation[],
  options: EncodeOptions,
): OutFile {
  const day = options.now.slice(0, 10);
  switch (format) {
    case 'backup':
      return {
        name: `downrange-${day}.jsonl`,
        type: 'application/jsonl',
        data: encodeBackup(records, options),
      };
    case 'web-annotation':
      return {
        name: `downrange-${day}.jsonld`,
        type: 'application/ld+json',
        data: encodeWebAnnotations(records),
      };
    case 'markdown':
      return {
        name: `downrange-${day}.md`,
        type: 'text/markdown',
        data: encodeMarkdown(records, options)
          .map(({ text }) => text)
          .join('\n'),
      };
  }
}

export function decodeAs(format: FormatId, text: string, context: DecodeContext): Decoded {
  switch (format) {
    case 'backup':
      return decodeBackup(text);
    case 'web-annotation':
      return decodeWebAnnotations(text, context);
    case 'markdown':
      return decodeMarkdown(text, context);
  }
}

export function guessFormat(_name: string, text: string): FormatId {
  if (text.startsWith('{"format":"downrange-backup"')) return 'backup';
  return /^\s*[[{]/.test(text) ? 'web-annotation' : 'markdown';
}
