import type { CardEvent, PartialDate } from '@/core/knowledge/card';
import type { Tally } from '@/core/knowledge/flights';
import { formatDate } from '@/core/knowledge/format-date';
import { type Formats, say } from '@/core/knowledge/formats';
import type { Published, RecordThenAndNow, Since } from '@/core/knowledge/since';
import { useCardView } from './card-view';
import { FootnoteRefs } from './FootnoteRefs';

interface SinceBlockProps {
  readonly changes: Since;
  /** Where the date of the story comes from, for the tooltip. */
  readonly basis: Published['basis'] | undefined;
}

/** More than the last three is a history, not news; the events below have the rest. */
export function newsOf(changes: Since): readonly CardEvent[] {
  return changes.state === 'changed' ? changes.events.slice(-3) : [];
}

const BASIS_MESSAGES = {
  'json-ld': 'basisJsonLd',
  meta: 'basisMeta',
  time: 'basisTime',
  text: 'basisText',
  url: 'basisUrl',
} as const;

/** What has happened since the story; nothing at all when we know of nothing or cannot date the story. */
export function SinceBlock({ changes, basis }: SinceBlockProps) {
  const { formats } = useCardView();
  if (changes.state === 'none') return null;
  const { t } = formats;
  return (
    <section class="since">
      <h3>
        <span>{t('sinceStory')}</span>
        <time
          dateTime={changes.published}
          title={basis === undefined ? undefined : t(BASIS_MESSAGES[basis])}
        >
          {formatDate(changes.published, formats)}
        </time>
      </h3>
      <dl>
        {newsOf(changes).map((event) => (
          <SinceEvent key={`${event.date} ${event.text.en}`} event={event} />
        ))}
        {changes.record === null ? null : <SinceRecord record={changes.record} />}
      </dl>
    </section>
  );
}

function SinceEvent({ event }: { readonly event: CardEvent }) {
  const { formats } = useCardView();
  return (
    <>
      <dt>{formatDate(event.date, formats)}</dt>
      <dd>
        {say(event.text, formats)}
        <FootnoteRefs sources={event.sources} />
      </dd>
    </>
  );
}

function SinceRecord({ record }: { readonly record: RecordThenAndNow }) {
  const { formats } = useCardView();
  return (
    <>
      <dt>{formats.t('sinceRecord')}</dt>
      <dd>
        {thenAndNow(record, formats)}
        <FootnoteRefs sources={[record.source]} />
        <span class="mode nowrap"> {toDate(record.asOf, formats)}</span>
      </dd>
    </>
  );
}

function thenAndNow(record: RecordThenAndNow, formats: Formats): string {
  const { t } = formats;
  const now = tallyText(record.now, formats);
  if (record.then.attempts === 0) return t('sinceNotFlown', { now });
  const then = tallyText(record.then, formats);
  return record.sameDay ? t('sinceThatDay', { then, now }) : t('sinceThenNow', { then, now });
}

function tallyText({ successes, attempts }: Tally, formats: Formats): string {
  return formats.t('recordOf', { successes, attempts });
}

function toDate(date: PartialDate, formats: Formats): string {
  return formats.t('to', { date: formatDate(date, formats) });
}
