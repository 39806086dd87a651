import { useState } from 'preact/hooks';
import type { CardClaim } from '@/core/knowledge/card';
import type { FactRow, FactSheet } from '@/core/knowledge/facts';
import { citeRow } from '@/core/knowledge/format-citation';
import { formatDate } from '@/core/knowledge/format-date';
import { say } from '@/core/knowledge/formats';
import { isStale } from '@/core/knowledge/staleness';
import { Button } from '../ui/Button';
import { InlineButton } from '../ui/InlineButton';
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

/** More values than this wait for a click, unless sources differ: then all are shown. */
const VALUES_SHOWN = 3;

function Fact({ row }: { readonly row: FactRow }) {
  const { card, formats } = useCardView();
  const [openClaim, setOpenClaim] = useState<CardClaim | null>(null);
  const [isWhole, setWhole] = useState(false);
  const isDisputed = row.claims.some((claim) => claim.disputed === true);
  const isShort = !isDisputed && !isWhole && row.claims.length > VALUES_SHOWN + 1;
  const claims = isShort ? row.claims.slice(0, VALUES_SHOWN) : row.claims;
  return (
    <>
      <dt>{say(row.label, formats)}</dt>
      <dd data-citation={citeRow(card, row, formats)}>
        {claims.map((claim, index) => (
          <ClaimLine
            // A property may be claimed twice with the same value, by sources of different dates.
            key={`${claim.asOf} ${index}`}
            claim={claim}
            isOpen={claim === openClaim}
            onToggle={() => setOpenClaim(claim === openClaim ? null : claim)}
          />
        ))}
        {isShort ? (
          <InlineButton class="text-button" role="button" onActivate={() => setWhole(true)}>
            {formats.t('moreFacts', { count: row.claims.length - claims.length })}
          </InlineButton>
        ) : null}
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
  const { mode, note } = claim;
  const isDoubtful = mode !== undefined && DOUBTFUL_MODES.has(mode.key);
  const modeText = mode === undefined ? null : say(mode.label, formats);
  const comma = formats.locale === 'zh' ? '，' : ', ';
  return (
    <span class="claim">
      <ClaimValues
        claim={claim}
        footnotes={<FootnoteRefs sources={claim.sources} onToggle={onToggle} expanded={isOpen} />}
      />
      {modeText === null || note !== undefined ? null : (
        <span class={isDoubtful ? 'mode is-doubtful' : 'mode'}>{` ${modeText}`}</span>
      )}
      {note === undefined ? null : (
        <span class={isDoubtful ? 'fact-note is-doubtful' : 'fact-note'}>
          {modeText === null ? '' : `${modeText}${comma}`}
          {say(note, formats)}
        </span>
      )}
      <AsOf claim={claim} today={today} />
    </span>
  );
}

/** The date of a fact that changes; an old one says that it is. */
function AsOf({ claim, today }: { readonly claim: CardClaim; readonly today: string }) {
  const { formats } = useCardView();
  if (claim.volatile !== true) return null;
  const date = formatDate(claim.asOf, formats);
  return isStale(claim, today) ? (
    <span class="fact-note is-doubtful">{formats.t('asOfStale', { date })}</span>
  ) : (
    <span class="fact-note">{formats.t('asOf', { date })}</span>
  );
}
