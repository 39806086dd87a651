import type { Translate } from '@/core/i18n/messages';
import type { Stage } from './exchange-view';

interface WorkProgressProps {
  readonly t: Translate;
  readonly stage: Stage;
  /** How much of it is done, 0…1; null where nobody knows. */
  readonly share: number | null;
}

/** Long work that goes on elsewhere, and what it is busy with. */
export function WorkProgress({ t, stage, share }: WorkProgressProps) {
  const words: Readonly<Record<Stage, string>> = {
    reading: t('workReading'),
    comparing: t('workComparing'),
    encoding: t('workEncoding'),
    writing: t('workWriting'),
    indexing: t('workIndexing'),
  };
  return (
    <div class="work">
      <p role="status">{words[stage]}</p>
      <progress aria-label={words[stage]} {...(share === null ? {} : { value: share })} />
    </div>
  );
}
