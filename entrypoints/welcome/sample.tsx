import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { GAZETTEER } from '#gazetteer';
import { MEANINGS, MODEL } from '#model';
import { SampleStory } from '@/components/about/SampleStory';
import { EntityCard } from '@/components/card/EntityCard';
import { detect } from '@/core/detection/detect';
import { openGazetteer } from '@/core/detection/gazetteer';
import { createLexicon } from '@/core/detection/lexicon';
import { createMatcher } from '@/core/detection/matcher';
import type { Mention } from '@/core/detection/mention';
import { createTranslate } from '@/core/i18n/messages';
import type { Card } from '@/core/knowledge/card';
import type { EntityId } from '@/core/knowledge/entity';
import { placeBeside } from '@/dom/place-card';
import { fromBase64 } from '@/entrypoints/scout/from-base64';
import { createCardStore } from '@/platform/card-store';
import { openOwnPage } from '@/platform/own-pages';

interface SampleProps {
  readonly locale: 'en' | 'zh';
  readonly restMs: number;
  readonly units: 'metric' | 'us';
}

/** When the sample would have been printed: cards say what has happened since. */
const PUBLISHED = { date: '2025-12-17', basis: 'json-ld' } as const;
/** As in pages: time to move from a name to its card. */
const GRACE_MS = 300;

interface Open {
  readonly mention: Mention;
  readonly name: HTMLElement;
  readonly card: Card;
  readonly isPinned: boolean;
}

const cards = createCardStore();

/** The thing itself, at work on a sample: recognition, marks, and real cards. */
export function Sample({ locale, restMs, units }: SampleProps) {
  const t = createTranslate(locale);
  const text = t('welcomeSample');
  const mentions = useMemo(() => mentionsIn(text), [text]);
  const [open, setOpen] = useState<Open | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);

  const later = (ms: number, act: () => void) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(act, ms);
  };
  const stay = () => window.clearTimeout(timer.current);
  const close = () => {
    stay();
    // Focus inside the card would be lost with it.
    if (place.current?.contains(document.activeElement) === true) open?.name.focus();
    setOpen(null);
  };
  const show = async (mention: Mention, name: HTMLElement, id: EntityId) => {
    const card = await cards.get(id);
    if (card !== null) setOpen({ mention, name, card, isPinned: false });
  };
  const leave = () => {
    stay();
    if (open?.isPinned !== true) later(GRACE_MS, () => setOpen(null));
  };

  useEffect(() => {
    const element = place.current;
    if (open === null || element === null || open.isPinned) return;
    const range = new StaticRange({
      startContainer: open.name,
      startOffset: 0,
      endContainer: open.name,
      endOffset: open.name.childNodes.length,
    });
    void placeBeside(range, element, null).then((found) => {
      if (found === null) return;
      element.style.left = `${Math.round(found.x)}px`;
      element.style.top = `${Math.round(found.y)}px`;
      element.style.setProperty('--card-max-height', `${found.maxHeightPx}px`);
    });
  }, [open]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <>
      <SampleStory
        t={t}
        text={text}
        mentions={mentions}
        open={open?.mention ?? null}
        onRest={(mention, name) => later(restMs, () => void show(mention, name, mention.id))}
        onAsk={(mention, name) =>
          void show(mention, name, mention.id).then(() =>
            place.current?.querySelector<HTMLElement>('[role=dialog]')?.focus(),
          )
        }
        onLeave={leave}
      />
      {open === null ? null : (
        <div class="sample-card" ref={place} onPointerEnter={stay} onPointerLeave={leave}>
          <EntityCard
            key={open.card.id}
            card={open.card}
            published={PUBLISHED}
            locale={locale}
            units={units}
            region={navigator.language}
            now={new Date().toISOString()}
            pinned={open.isPinned}
            onOpen={(id) => void show(open.mention, open.name, id)}
            onPin={() => setOpen({ ...open, isPinned: !open.isPinned })}
            onCopy={(copied) => void navigator.clipboard.writeText(copied)}
            onNote={(id) => void openOwnPage(`library.html#/entity/${id}`)}
            onDossier={(id) => void openOwnPage(`library.html#/entity/${id}`)}
            onOwn={(id) => void openOwnPage(`options.html#own/${id}`)}
            onNotHere={close}
            onNeverHere={close}
            onClose={close}
          />
        </div>
      )}
    </>
  );
}

/** What recognition finds in the sample, as in any page. */
function mentionsIn(text: string): readonly Mention[] {
  const gazetteer = openGazetteer(fromBase64(GAZETTEER), fromBase64(MEANINGS));
  const matcher = createMatcher(gazetteer);
  return detect(text, { gazetteer, matcher, lexicon: createLexicon(JSON.parse(MODEL)) }).mentions;
}
