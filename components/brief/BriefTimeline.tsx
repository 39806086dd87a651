import { useState } from 'preact/hooks';
import type { BriefSince } from '@/core/cards/brief';
import type { Card } from '@/core/knowledge/card';
import { formatDate } from '@/core/knowledge/format-date';
import { type Formats, nameOf, say } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';

interface BriefTimelineProps {
  readonly news: BriefSince;
  readonly cards: readonly Card[];
  readonly formats: Formats;
}

/** The newest are what the story lacks most; the others wait for a click. */
const NEWEST = 5;

/** From the story down to the last that we know of, on one line. */
export function BriefTimeline({ news, cards, formats }: BriefTimelineProps) {
  const { t } = formats;
  const [isWhole, setWhole] = useState(false);
  const isShort = !isWhole && news.events.length > NEWEST + 1;
  const events = isShort ? news.events.slice(-NEWEST) : news.events;
  return (
    <section class="brief-since">
      <h2>{t('sinceStory')}</h2>
      <ol>
        <li class="is-story">
          <time dateTime={news.published}>{formatDate(news.published, formats)}</time>
          <p>{t('briefPublished')}</p>
        </li>
        {isShort ? (
          <li class="is-gap">
            <span />
            <Button
              label={t('eventsMore', { count: news.events.length - NEWEST })}
              icon="plus"
              size="small"
              onClick={() => setWhole(true)}
            />
          </li>
        ) : null}
        {events.map(({ id, event }) => {
          const card = cards.find((candidate) => candidate.id === id);
          const publishers = event.sources.flatMap(
            (index) => card?.sources[index]?.publisher ?? [],
          );
          return (
            <li key={`${id} ${event.date} ${event.text.en}`}>
              <time dateTime={event.date}>{formatDate(event.date, formats)}</time>
              <p>
                {card === undefined ? '' : <b>{nameOf(card.names, formats)}</b>}
                {formats.locale === 'zh' ? '：' : ': '}
                {say(event.text, formats)}
                <span class="brief-source">{` ${publishers[0] ?? ''}`}</span>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
