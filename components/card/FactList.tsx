import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CardClaim } from '@/core/knowledge/card';
import { type FactRow, type FactSheet, isUnproven } from '@/core/knowledge/facts';
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
          <div class="fact-row" key={row.property}>
            <Fact row={row} />
          </div>
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
const VALUES_SHOWN = 2;

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

function ClaimLine({ claim, isOpen, onToggle }: ClaimLineProps) {
  const { formats, today } = useCardView();
  const { mode, note } = claim;
  const isDoubtful = isUnproven(claim);
  const modeText = mode === undefined ? null : say(mode.label, formats);
  const comma = formats.locale === 'zh' ? '，' : ', ';
  return (
    <span class="claim">
      <ClaimValues
        claim={claim}
        footnotes={<FootnoteRefs sources={claim.sources} onToggle={onToggle} expanded={isOpen} />}
      />
      {modeText === null || note !== undefined ? null : (
        <Qualifier isDoubtful={isDoubtful}>{modeText}</Qualifier>
      )}
      {note === undefined ? null : (
        <Qualifier isDoubtful={isDoubtful}>
          {modeText === null ? '' : `${modeText}${comma}`}
          {say(note, formats)}
        </Qualifier>
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
    <Qualifier isDoubtful>{formats.t('asOfStale', { date })}</Qualifier>
  ) : (
    <Qualifier>{formats.t('asOf', { date })}</Qualifier>
  );
}

interface QualifierProps {
  readonly isDoubtful?: boolean;
  readonly children: ComponentChildren;
}

/** What a value holds for: behind it where there is room, else on a line of its own, never torn apart. */
function Qualifier({ isDoubtful = false, children }: QualifierProps) {
  return (
    <>
      {' '}
      <span class={isDoubtful ? 'mode qualifier is-doubtful' : 'mode qualifier'}>{children}</span>
    </>
  );
}
