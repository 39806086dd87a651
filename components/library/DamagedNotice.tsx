import type { Formats } from '@/core/knowledge/formats';
import { Icon } from '../ui/Icon';
import { countText } from './count-text';

interface DamagedNoticeProps {
  readonly formats: Formats;
  /** Records of the database that could not be read. */
  readonly count: number;
}

/** Says that something in the database is damaged: it is not shown, and it is not thrown away. */
export function DamagedNotice({ formats, count }: DamagedNoticeProps) {
  const { t } = formats;
  if (count === 0) return null;
  return (
    <p class="library-damaged" role="status">
      <Icon name="triangle-alert" size="small" />
      <span>
        {count === 1 ? t('libDamagedOne') : t('libDamaged', { count: countText(count, formats) })}
      </span>
    </p>
  );
}
