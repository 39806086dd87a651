import { useMemo } from 'preact/hooks';
import type { PageKey } from '@/core/annotation/page-key';
import { briefSince } from '@/core/cards/brief';
import type { Card } from '@/core/knowledge/card';
import { type EntityId, kindOf, type Names } from '@/core/knowledge/entity';
import { claimOn } from '@/core/knowledge/facts';
import { dayOf, formatDate } from '@/core/knowledge/format-date';
import {
  createFormats,
  type Formats,
  nameOf,
  say,
  type UnitSystem,
} from '@/core/knowledge/formats';
import { geometryOf } from '@/core/knowledge/geometry';
import type { Published } from '@/core/knowledge/since';
import type { ShownAnnotation } from '../annotation/AnnotationRow';
import { Lineup } from '../drawing/Lineup';
import { SiteMap } from '../drawing/SiteMap';
import { EmptyState } from '../ui/EmptyState';
import { KIND_LOOKS } from '../ui/kinds';
import { ListRow } from '../ui/ListRow';
import { BriefMine } from './BriefMine';
import { BriefOwn, type BriefOwnEntry } from './BriefOwn';
import { BriefTimeline } from './BriefTimeline';
import { ConnectionGraph } from './ConnectionGraph';
import { PageIdentity } from './PageIdentity';

/** One name of the story, with its card once it is there. */
export interface BriefName {
  readonly id: EntityId;
  readonly names: Names;
  readonly count: number;
  readonly certainty: 'sure' | 'possibly';
  readonly card: Card | null;
}

export interface BriefProps {
  readonly locale: 'en' | 'zh';
  readonly units: UnitSystem;
  readonly region?: string;
  /** Today as `YYYY-MM-DD` (a date-time is cut). */
  readonly now: string;
  readonly title: string;
  readonly published: Published | null;
  /** In order of appearance. */
  readonly names: readonly BriefName[];
  readonly annotations: readonly ShownAnnotation[];
  /** Shows the first place where a name stands. */
  readonly onName: (id: EntityId) => void;
  readonly onAnnotation: (id: string) => void;
  /** Shows on the page what became of a highlight. */
  readonly onSeeChanges: (id: string) => void;
  readonly onPlaceAgain: (id: string) => void;
  /** The note on the whole page; null while there is none. */
  readonly pageNote: ShownAnnotation | null;
  /** Null where nothing can be written: the browser's own pages. */
  readonly onPageNote: (() => void) | null;
  /** What the reader has written down about names of the story, in their order. */
  readonly own: readonly BriefOwnEntry[];
  readonly onOwn: (id: EntityId) => void;
  /** Under which address all this is kept; null where there is no page. */
  readonly identity: PageKey | null;
}

/** The side panel: a story at a glance. */
export function Brief(props: BriefProps) {
  const { locale, units, region, names } = props;
  const formats = useMemo(() => createFormats(locale, units, region), [locale, units, region]);
  const cards = names.flatMap(({ card, certainty }) =>
    card === null || certainty !== 'sure' ? [] : [card],
  );
  const { t } = formats;
  const mine = (
    <BriefMine
      annotations={props.annotations}
      pageNote={props.pageNote}
      formats={formats}
      onAnnotation={props.onAnnotation}
      onSeeChanges={props.onSeeChanges}
      onPlaceAgain={props.onPlaceAgain}
      onPageNote={props.onPageNote}
    />
  );
  if (names.length === 0 && props.annotations.length === 0) {
    return (
      <main class="brief" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
        <div class="brief-empty">
          <h1 class="visually-hidden">{t('brief')}</h1>
          <EmptyState title={t('briefNothing')} advice={t('briefNothingAdvice')} />
        </div>
        {mine}
      </main>
    );
  }
  return (
    <main class="brief" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <BriefHead title={props.title} published={props.published} formats={formats} />
      <BriefNews cards={cards} formats={formats} published={props.published} now={props.now} />
      <NameList names={names} formats={formats} onName={props.onName} />
      <ConnectionGraph cards={cards} formats={formats} onName={props.onName} />
      <BriefLineup cards={cards} formats={formats} />
      <BriefMap cards={cards} formats={formats} />
      <BriefOwn
        entries={props.own}
        {...(region === undefined ? {} : { region })}
        formats={formats}
        onEdit={props.onOwn}
      />
      {mine}
      {props.identity === null ? null : <PageIdentity identity={props.identity} t={t} />}
    </main>
  );
}

/** Inner width of a panel of 360 px. */
const WIDTH = 328;

interface PartProps {
  readonly cards: readonly Card[];
  readonly formats: Formats;
}

interface BriefHeadProps {
  readonly title: string;
  readonly published: Published | null;
  readonly formats: Formats;
}

function BriefHead({ title, published, formats }: BriefHeadProps) {
  const day = published === null ? null : dayOf(published.date);
  return (
    <header class="brief-head">
      <p>
        <span>{formats.t('briefTitle')}</span>
        {day === null ? null : <time dateTime={day}>{formatDate(day, formats)}</time>}
      </p>
      <h1>{title}</h1>
    </header>
  );
}

interface BriefNewsProps extends PartProps {
  readonly published: Published | null;
  readonly now: string;
}

function BriefNews({ cards, formats, published, now }: BriefNewsProps) {
  const today = now.slice(0, 10);
  const news = useMemo(() => briefSince(cards, published, today), [cards, published, today]);
  return news === null ? null : <BriefTimeline news={news} cards={cards} formats={formats} />;
}

interface NameListProps {
  readonly names: readonly BriefName[];
  readonly formats: Formats;
  readonly onName: (id: EntityId) => void;
}

function NameList({ names, formats, onName }: NameListProps) {
  const { t } = formats;
  return (
    <section class="brief-block">
      <h2>{names.length === 1 ? t('briefNamesOne') : t('briefNames', { count: names.length })}</h2>
      <div class="brief-names">
        {names.map(({ id, names: shown, count, certainty, card }) => {
          const look = KIND_LOOKS[kindOf(id)];
          const isPossible = certainty === 'possibly';
          const detail = isPossible ? t('possiblyShort') : recordOf(card, formats);
          return (
            <ListRow
              key={id}
              label={nameOf(shown, formats)}
              {...(detail === null ? {} : { detail })}
              {...(isPossible || card?.summary === undefined
                ? {}
                : { line: say(card.summary, formats) })}
              icon={isPossible ? 'circle-question-mark' : look.icon}
              tone={isPossible ? 'kind-doubtful' : look.tone}
              count={count}
              onClick={() => onName(id)}
            />
          );
        })}
      </div>
    </section>
  );
}

function recordOf(card: Card | null, { t }: Formats): string | null {
  const record = card?.record;
  if (record === undefined || record.attempts === 0) return null;
  return t('recordOf', { successes: record.successes, attempts: record.attempts });
}

function BriefLineup({ cards, formats }: PartProps) {
  const rockets = cards
    .filter((card) => card.kind === 'rocket')
    .map((card) => ({
      id: card.id,
      name: nameOf(card.names, formats),
      geometry: geometryOf(card),
    }))
    .filter(({ geometry }) => geometry.heightM !== undefined)
    .slice(0, 4);
  if (rockets.length === 0) return null;
  return (
    <section class="brief-block">
      <h2>
        <span>{formats.t('briefScale')}</span>
        <span>{formats.t('drawingPerson')}</span>
      </h2>
      <Lineup
        rockets={rockets}
        width={WIDTH}
        height={200}
        axisWidth={52}
        formats={formats}
        label={({ name }) => name}
      />
    </section>
  );
}

/** The map of the only site; two sites would need a map each, and the cards have them. */
function BriefMap({ cards, formats }: PartProps) {
  const sites = cards.filter((card) => card.kind === 'site');
  const [site] = sites;
  const place = site === undefined ? null : claimOn(site, 'coordinates')?.values[0];
  if (sites.length !== 1 || site === undefined || place?.type !== 'place') return null;
  return (
    <section class="brief-block">
      <h2>{formats.t('briefMap')}</h2>
      <SiteMap
        name={nameOf(site.names, formats)}
        latitude={place.latitude}
        longitude={place.longitude}
        width={WIDTH}
        height={132}
        formats={formats}
      />
    </section>
  );
}
