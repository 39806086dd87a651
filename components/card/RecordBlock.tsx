import type { LaunchRecord } from '@/core/knowledge/card';
import { lastFlight } from '@/core/knowledge/flights';
import { formatDate } from '@/core/knowledge/format-date';
import type { Formats } from '@/core/knowledge/formats';
import { FlightStrip } from '../drawing/FlightStrip';
import { useCardView } from './card-view';
import { FootnoteRefs } from './FootnoteRefs';

interface RecordBlockProps {
  readonly record: LaunchRecord;
  /** Pixels for the strip. */
  readonly width: number;
}

/** The launch record: how many reached orbit, the last flight, and the strip of flights a year. */
export function RecordBlock({ record, width }: RecordBlockProps) {
  const { formats } = useCardView();
  const { t } = formats;
  const last = lastFlight(record);
  const details = [
    ...(record.partial === 0 ? [] : [t('recordPartial', { count: record.partial })]),
    ...(last === null || record.attempts < 2
      ? []
      : [t('recordLast', { date: formatDate(last, formats) })]),
  ];
  return (
    <section class="block record">
      <h3>
        <span class="block-title">
          {headline(record, formats)}
          <FootnoteRefs sources={[record.source]} />
        </span>
        <span>{t('to', { date: formatDate(record.asOf, formats) })}</span>
      </h3>
      {details.length === 0 ? null : (
        <p class="block-line">{details.join(formats.locale === 'zh' ? '；' : '; ')}</p>
      )}
      <FlightStrip record={record} width={width} formats={formats} />
    </section>
  );
}

function headline(record: LaunchRecord, formats: Formats): string {
  const { t } = formats;
  if (record.attempts === 1) {
    return record.successes === 1 ? t('recordLineOne') : t('recordLineOneFailed');
  }
  return t('recordLine', { successes: record.successes, attempts: record.attempts });
}
