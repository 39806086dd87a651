import { useState } from 'preact/hooks';
import type { CardClaim } from '@/core/knowledge/card';
import type { FactRow, FactSheet } from '@/core/knowledge/facts';
import { citeRow } from '@/core/knowledge/format-citation';
import { formatDate } from '@/core/knowledge/format-date';
import { say } from '@/core/knowledge/formats';
import { isStale } from '@/core/knowledge/staleness';
import { Button } from '../ui/Button';
import { Citation } from './Citation';
import { ClaimValues } from './ClaimValues';
import { useCardView } from './card-view';
import { FootnoteRefs } from './FootnoteRefs';

/** The facts: label and value in two columns, at most seven at once, each with its footnotes. */
export function FactList({ sheet }: { readonly sheet: FactSheet }) {
  const { t } = useCardView().formats;
  const [isOpen, setOpen] = useState(false);
  const rows = isOpen ? [...sheet.primary, ...sheet.more] : sheet.primary;
  return (
    <div class="facts-column">
      <dl class="facts" aria-label={t('facts')}>
        {rows.map((row) => (
          <Fact key={row.property} row={row} />
        ))}
      </dl>
      {sheet.more.length === 0 ? null : (
        <Button
          label={isOpen ? t('fewerFacts') : t('moreFacts', { count: sheet.more.length })}
          icon={isOpen ? 'minus' : 'plus'}
          size="small"
          expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      )}
    </div>
  );
}

function Fact({ row }: { readonly row: FactRow }) {
  const { card, formats } = useCardView();
  const [openClaim, setOpenClaim] = useState<CardClaim | null>(null);
  const isDisputed = row.claims.some((claim) => claim.disputed === true);
  return (
    <>
      <dt>{say(row.label, formats)}</dt>
      <dd data-citation={citeRow(card, row, formats)}>
        {row.claims.map((claim, index) => (
          <ClaimLine
            // A property may be claimed twice with the same value, by sources of different dates.
            key={`${claim.asOf} ${index}`}
            claim={claim}
            isOpen={claim === openClaim}
            onToggle={() => setOpenClaim(claim === openClaim ? null : claim)}
          />
        ))}
        {isDisputed ? <span class="fact-note is-doubtful">{formats.t('disputed')}</span> : null}
        {openClaim === null ? null : <Citation claim={openClaim} />}
      </dd>
    </>
  );
}

interface ClaimLineProps {
  readonly claim: CardClaim;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Modes that say that a value was never measured on a flight. */
const DOUBTFUL_MODES = new Set(['planned', 'estimate']);

function ClaimLine({ claim, isOpen, onToggle }: ClaimLineProps) {
  const { formats, today } = useCardView();
  const stale = isStale(claim, today);
  const date = formatDate(claim.asOf, formats);
  return (
    <span class="claim">
      <ClaimValues claim={claim} />
      <FootnoteRefs sources={claim.sources} onToggle={onToggle} expanded={isOpen} />
      {claim.mode === undefined ? null : (
        <span class={DOUBTFUL_MODES.has(claim.mode.key) ? 'mode is-doubtful' : 'mode'}>
          {` ${say(claim.mode.label, formats)}`}
        </span>
      )}
      {claim.note === undefined ? null : <span class="fact-note">{say(claim.note, formats)}</span>}
      {stale ? (
        <span class="fact-note is-doubtful">{formats.t('asOfStale', { date })}</span>
      ) : claim.volatile === true ? (
        <span class="fact-note">{formats.t('asOf', { date })}</span>
      ) : null}
    </span>
  );
}
