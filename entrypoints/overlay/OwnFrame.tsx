import { createTranslate } from '@/core/i18n/messages';
import type { EntityId } from '@/core/knowledge/entity';
import type { Ground } from '@/dom/ground';
import { frameAddress } from './frame-address';

interface OwnFrameProps {
  readonly id: EntityId;
  readonly count: number;
  readonly locale: 'en' | 'zh';
  readonly ground: Ground;
}

/** In CSS px: the head of the frame, and one fact of two lines. Never more than four: the rest is scrolled to. */
const HEAD = 36;
const ROW = 50;
const MOST_ROWS = 4;

/**
 * The reader's own facts on a card: a document of ours, so that no script of the page's process has them. Its
 * height goes by their number, because a frame that told its height would tell the page.
 */
export function OwnFrame({ id, count, locale, ground }: OwnFrameProps) {
  return (
    <iframe
      class="own-frame"
      src={frameAddress('own.html', id, { locale, ground })}
      title={createTranslate(locale)('ownFacts')}
      style={`height:${HEAD + ROW * Math.min(count, MOST_ROWS)}px`}
    />
  );
}
