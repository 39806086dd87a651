import type { CardClaim } from '@/core/knowledge/card';
import { citeClaim } from '@/core/knowledge/format-citation';
import { formatDate } from '@/core/knowledge/format-date';
import { Button } from '../ui/Button';
import { useCardView } from './card-view';

/** Where one claim comes from and for which date, opened under its row. */
export function Citation({ claim }: { readonly claim: CardClaim }) {
  const { card, formats, onCopy } = useCardView();
  const { t } = formats;
  return (
    <div class="citation">
      <p>{t('asOf', { date: formatDate(claim.asOf, formats) })}</p>
      {claim.sources.map((index) => {
        const source = card.sources[index];
        if (source === undefined) return null;
        return (
          <p key={index}>
            <a class="link" href={source.url} target="_blank" rel="noopener noreferrer">
              {source.publisher}
            </a>
            {`: ${source.title}`}
            {source.date === undefined ? '' : `, ${formatDate(source.date, formats)}`}
          </p>
        );
      })}
      <Button
        label={t('copyFact')}
        icon="copy"
        size="small"
        onClick={() => onCopy(citeClaim(card, claim, formats))}
      />
    </div>
  );
}
