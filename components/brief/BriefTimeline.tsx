import type { BriefSince } from '@/core/cards/brief';
import type { Card } from '@/core/knowledge/card';
import { formatDate } from '@/core/knowledge/format-date';
import { type Formats, nameOf, say } from '@/core/knowledge/formats';

interface BriefTimelineProps {
  readonly news: BriefSince;
  readonly cards: readonly Card[];
  readonly formats: Formats;
}

/** From the story down to the last that we know of, on one line. */
export function BriefTimeline({ news, cards, formats }: BriefTimelineProps) {
  const { t } = formats;
  return (
    <section class="brief-since">
      <h2>{t('sinceStory')}</h2>
      <ol>
        <li class="is-story">
          <time dateTime={news.published}>{formatDate(news.published, formats)}</time>
          <p>{t('briefPublished')}</p>
        </li>
        {news.events.map(({ id, event }) => {
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
