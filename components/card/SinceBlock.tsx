import type { CardEvent, PartialDate } from '@/core/knowledge/card';
import type { Tally } from '@/core/knowledge/flights';
import { formatDate } from '@/core/knowledge/format-date';
import { type Formats, say } from '@/core/knowledge/formats';
import type { LandingTally } from '@/core/knowledge/landings';
import type {
  LandingsThenAndNow,
  Published,
  RecordThenAndNow,
  Since,
} from '@/core/knowledge/since';
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
        {changes.landings === null ? null : <SinceLandings landings={changes.landings} />}
        {changes.record === null ? null : <SinceRecord record={changes.record} />}
        {changes.listingBefore === null ? null : <ListingBefore event={changes.listingBefore} />}
        {newsOf(changes).map((event) => (
          <SinceEvent key={`${event.date} ${event.text.en}`} event={event} />
        ))}
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

/** "0 of 1" and what it is today: the number that a story about a first landing leaves open. */
function SinceLandings({ landings }: { readonly landings: LandingsThenAndNow }) {
  const { formats } = useCardView();
  const { t } = formats;
  const text = ({ landed, attempts }: LandingTally): string =>
    t('recordOf', { successes: landed, attempts });
  const [then, now] = [text(landings.then), text(landings.now)];
  return (
    <>
      <dt>{t('sinceLandings')}</dt>
      <dd>
        {landings.then.attempts === 0
          ? t('sinceNotTried', { now })
          : t('sinceThenNow', { then, now })}
        <FootnoteRefs sources={landings.sources} />
      </dd>
    </>
  );
}

/** How far a listing was when the story was written: the step before those that follow. */
function ListingBefore({ event }: { readonly event: CardEvent }) {
  const { formats } = useCardView();
  return (
    <>
      <dt>{formats.t('sinceBefore')}</dt>
      <dd class="is-before">
        {say(event.text, formats)}
        <FootnoteRefs sources={event.sources} />
        <span class="mode nowrap"> {formatDate(event.date, formats)}</span>
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
