import { useState } from 'preact/hooks';
import type { CardEvent } from '@/core/knowledge/card';
import { formatDate } from '@/core/knowledge/format-date';
import { say } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { useCardView } from './card-view';
import { FootnoteRefs } from './FootnoteRefs';

interface EventBlockProps {
  /** Newest first are shown; the rest on request. */
  readonly events: readonly CardEvent[];
}

const EVENTS_SHOWN = 3;

/** What happened, newest first. A plan says that it is one. */
export function EventBlock({ events }: EventBlockProps) {
  const { formats } = useCardView();
  const [isOpen, setOpen] = useState(false);
  if (events.length === 0) return null;
  const newest = [...events].reverse();
  const shown = isOpen ? newest : newest.slice(0, EVENTS_SHOWN);
  const hidden = newest.length - shown.length;
  return (
    <section class="block events">
      <h3>
        <span class="block-title">{formats.t('eventsTitle')}</span>
      </h3>
      <dl>
        {shown.map((event) => (
          <div class="fact-row" key={`${event.date} ${event.text.en}`}>
            <dt>{formatDate(event.date, formats)}</dt>
            <dd>
              {event.planned === true ? (
                <span class="is-doubtful">{`${formats.t('eventPlanned')} · `}</span>
              ) : null}
              {say(event.text, formats)}
              <FootnoteRefs sources={event.sources} />
            </dd>
          </div>
        ))}
      </dl>
      {hidden === 0 ? null : (
        <Button
          label={formats.t('eventsMore', { count: hidden })}
          icon="plus"
          size="small"
          onClick={() => setOpen(true)}
        />
      )}
    </section>
  );
}
