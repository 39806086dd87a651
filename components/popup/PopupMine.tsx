import type { Formats } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ListRow } from '../ui/ListRow';

/** A highlight whose words have changed, or are gone. */
export interface DoubtfulHighlight {
  readonly id: string;
  readonly quote: string;
  readonly state: 'changed' | 'lost';
}

export interface MineOnPage {
  readonly placed: number;
  readonly lost: number;
  /** Those that the reader may want to look at, lost ones first. */
  readonly doubtful: readonly DoubtfulHighlight[];
  /** The note on the page; null for none. */
  readonly pageNote: string | null;
}

interface PopupMineProps {
  readonly mine: MineOnPage;
  readonly formats: Formats;
  readonly onHighlights: () => void;
  readonly onSeeChanges: (id: string) => void;
  readonly onPageNote: () => void;
}

/** More would push the names out of sight; the library and the side panel have them all. */
const SHOWN_DOUBTFUL = 3;

/** What the reader wrote on the page at hand. */
export function PopupMine(props: PopupMineProps) {
  const { mine, formats } = props;
  const { t } = formats;
  return (
    <section class="popup-mine">
      {mine.placed + mine.lost === 0 ? null : (
        <p class="popup-highlights">
          <Icon name={mine.lost > 0 ? 'unlink' : 'highlighter'} />
          <span>{highlightsText(mine, formats)}</span>
          <Button label={t('look')} size="small" atEnd onClick={props.onHighlights} />
        </p>
      )}
      {mine.doubtful.slice(0, SHOWN_DOUBTFUL).map(({ id, quote, state }) => (
        <ListRow
          key={id}
          label={shorten(quote)}
          detail={t(state === 'lost' ? 'popupGone' : 'popupChanged')}
          icon={state === 'lost' ? 'unlink' : 'history'}
          tone="kind-doubtful"
          onClick={() => props.onSeeChanges(id)}
        />
      ))}
      <ListRow
        label={mine.pageNote === null ? t('pageNoteAdd') : shorten(mine.pageNote)}
        icon="notebook-pen"
        onClick={props.onPageNote}
      />
    </section>
  );
}

/** Characters of a quote or note: two lines at most; what they lead to has the whole. */
const SHOWN_TEXT = 72;

function shorten(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= SHOWN_TEXT
    ? characters.join('')
    : `${characters.slice(0, SHOWN_TEXT).join('').trimEnd()}…`;
}

function highlightsText({ placed, lost }: MineOnPage, { locale, t }: Formats): string {
  const here = placed === 1 ? t('highlightsHereOne') : t('highlightsHere', { count: placed });
  const gone = lost === 1 ? t('highlightsLostOne') : t('highlightsLost', { count: lost });
  return [here, ...(lost === 0 ? [] : [gone])].join(locale === 'zh' ? '；' : '; ');
}
