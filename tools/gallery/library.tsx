import { Dossier } from '@/components/library/Dossier';
import type { Facet } from '@/components/library/FacetGroup';
import { Filters, stateFacets } from '@/components/library/Filters';
import { LibraryFrame } from '@/components/library/LibraryFrame';
import { Results, type ResultsProps } from '@/components/library/Results';
import type { Card } from '@/core/knowledge/card';
import { createFormats } from '@/core/knowledge/formats';
import type { GalleryOptions, Shown } from './states';
import { OWN_FACTS, sampleAnnotations } from './surfaces';

const nothing = (): void => undefined;

/** The library with a search, empty, and with a dossier open. */
export function libraryPages(cards: ReadonlyMap<string, Card>, options: GalleryOptions): Shown[] {
  const { locale, units } = options;
  const formats = createFormats(locale, units);
  const { t } = formats;
  const about: readonly Facet[] = [...cards.values()].slice(0, 8).map((card, index) => ({
    value: card.id,
    label: locale === 'zh' ? (card.names.zh ?? card.names.en) : card.names.en,
    count: 12 - index,
    icon: 'rocket',
    tone: 'kind-rocket',
  }));
  const colours: readonly Facet[] = [
    { value: 'yellow', label: t('colourYellow'), count: 31, colour: 'yellow' },
    { value: 'blue', label: t('colourBlue'), count: 14, colour: 'blue' },
  ];
  const samples = sampleAnnotations(locale);
  const page = (name: string, extra: Partial<ResultsProps>): Shown => ({
    name,
    content: (
      <LibraryFrame
        locale={locale}
        tab="highlights"
        tabHref={(tab) => `#${tab}`}
        query=""
        onQuery={nothing}
      >
        <main class="library-body">
          <Filters
            t={t}
            facets={{
              about,
              colour: colours,
              tag: [],
              site: [],
              state: stateFacets({ lost: 3, bin: 2 }, t),
            }}
            chosen={{ about: [], colour: ['yellow'], tag: [], site: [], state: [] }}
            onToggle={nothing}
          />
          <Results
            formats={formats}
            count={samples.length}
            hitAt={(index) => {
              const annotation = samples[index];
              return annotation === undefined ? null : { annotation, marks: [], noteMarks: [] };
            }}
            answers=""
            reading={null}
            isEmptyLibrary={false}
            order="newest"
            isBin={false}
            chosen={new Set()}
            onChoose={nothing}
            tags={['reuse', 'landing']}
            colourLabels={{}}
            onSelectAll={nothing}
            onSelectNone={nothing}
            onTags={nothing}
            onColour={nothing}
            onOpen={nothing}
            onSeeChanges={nothing}
            damaged={2}
            onPlaceAgain={nothing}
            onExport={nothing}
            onImport={nothing}
            onDelete={nothing}
            onRestore={nothing}
            onClear={nothing}
            {...extra}
          />
        </main>
      </LibraryFrame>
    ),
  });
  const dossier = cards.get('rocket/zhuque-3');
  return [
    page('library', {}),
    page('library: two chosen', { chosen: new Set(['1', '2']) }),
    page('library: nothing kept', { isEmptyLibrary: true, count: 0 }),
    page('library: nothing found', { count: 0 }),
    ...(dossier === undefined
      ? []
      : [
          {
            name: 'dossier',
            content: (
              <LibraryFrame
                locale={locale}
                tab="dossiers"
                tabHref={(tab) => `#${tab}`}
                query=""
                onQuery={nothing}
              >
                <Dossier
                  card={dossier}
                  count={samples.length}
                  sites={4}
                  annotationAt={(index) => samples[index] ?? null}
                  locale={locale}
                  units={units}
                  now="2026-11-21"
                  onOpen={nothing}
                  onAnnotation={nothing}
                  onCopy={nothing}
                  onExport={nothing}
                  onNote={nothing}
                  own={OWN_FACTS}
                  onOwn={nothing}
                />
              </LibraryFrame>
            ),
          },
        ]),
  ];
}
