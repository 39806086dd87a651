import { useState } from 'preact/hooks';
import type { CardSource } from '@/core/knowledge/card';
import { formatDate } from '@/core/knowledge/format-date';
import type { Formats } from '@/core/knowledge/formats';
import { Icon } from '../ui/Icon';
import { useCardView } from './card-view';

/** The sources: one line that names the first two and the newest date; opens to the numbered list. */
export function SourceBlock() {
  const { card, footnotes, formats } = useCardView();
  const [isOpen, setOpen] = useState(false);
  const sources = footnotes.order.flatMap((index) => {
    const source = card.sources[index];
    return source === undefined ? [] : [{ index, source }];
  });
  if (sources.length === 0) return null;
  const newest = newestDate(card.sources);
  return (
    <section class="card-sources">
      <button
        type="button"
        class="source-line"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="source-names">
          {headline(
            sources.map(({ source }) => source.publisher),
            formats,
          )}
        </span>
        <Icon name={isOpen ? 'minus' : 'chevron-down'} size="small" />
        {newest === null ? null : (
          <time dateTime={newest}>{formats.t('to', { date: formatDate(newest, formats) })}</time>
        )}
      </button>
      {isOpen ? (
        <ol aria-label={formats.t('sourcesList')}>
          {sources.map(({ index, source }) => (
            <li key={index}>
              <span class="source-number">{footnotes.numeral(index)}</span>
              <a class="link" href={source.url} target="_blank" rel="noopener noreferrer">
                {source.publisher}
              </a>
              {source.date === undefined ? null : (
                <time dateTime={source.date}>{formatDate(source.date, formats)}</time>
              )}
              <span class="source-title">{source.title}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

/** Longer names would push the number of sources out of the line. */
const NAMES_LENGTH = 16;

function headline(publishers: readonly string[], formats: Formats): string {
  const names = [...new Set(publishers)];
  const [first = '', second] = names;
  const { t } = formats;
  const isShort = (...shown: readonly string[]): boolean => shown.join('').length <= NAMES_LENGTH;
  if (second === undefined) return t('sourcesOne', { first });
  if (names.length === 2 && isShort(first, second)) return t('sourcesTwo', { first, second });
  if (isShort(first)) return t('sourcesMore', { first, count: names.length - 1 });
  return t('sourcesCount', { count: names.length });
}

function newestDate(sources: readonly CardSource[]): string | null {
  const dates = sources.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  return dates.at(-1) ?? null;
}
