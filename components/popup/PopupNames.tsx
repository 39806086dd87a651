import { type EntityKind, kindOf } from '@/core/knowledge/entity';
import { type Formats, nameOf } from '@/core/knowledge/formats';
import { Button } from '../ui/Button';
import { KIND_LOOKS } from '../ui/kinds';
import { ListRow } from '../ui/ListRow';
import type { NameOnPage, PopupProps } from './Popup';

interface PopupNamesProps {
  readonly props: PopupProps;
  readonly formats: Formats;
}

/** The names on the page, kind by kind, each with how often it stands there; and the way from one to the next. */
export function PopupNames({ props, formats }: PopupNamesProps) {
  const { t } = formats;
  return (
    <div class="popup-names">
      <header>
        <h2>{t('onThisPage')}</h2>
        <Button
          label={t('walkPrevious')}
          icon="arrow-left"
          iconOnly
          size="small"
          onClick={() => props.onStep(-1)}
        />
        <Button
          label={t('walkNext')}
          icon="arrow-right"
          iconOnly
          size="small"
          onClick={() => props.onStep(1)}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="popup-list" tabIndex={0} aria-label={t('onThisPage')}>
        {byKind(props.names).map(([kind, names]) => (
          <div key={kind} class="popup-kind">
            <h3>{t(KIND_LOOKS[kind].label)}</h3>
            {names.map((name) => (
              <NameRow key={name.id} name={name} formats={formats} onOpen={props.onOpen} />
            ))}
          </div>
        ))}
      </section>
    </div>
  );
}

/** Kinds in the order in which the page first names one of them; names of one kind in order of appearance. */
function byKind(names: readonly NameOnPage[]): readonly [EntityKind, readonly NameOnPage[]][] {
  const kinds = new Map<EntityKind, NameOnPage[]>();
  for (const name of names) {
    const kind = kindOf(name.id);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [name]);
    else known.push(name);
  }
  return [...kinds];
}

interface NameRowProps {
  readonly name: NameOnPage;
  readonly formats: Formats;
  readonly onOpen: PopupProps['onOpen'];
}

function NameRow({ name, formats, onOpen }: NameRowProps) {
  const { id, names, count, certainty } = name;
  const look = KIND_LOOKS[kindOf(id)];
  const isPossible = certainty === 'possibly';
  const other = formats.locale === 'zh' ? names.en : names.zh;
  const shown = nameOf(names, formats);
  const detail = isPossible ? formats.t('possiblyShort') : other === shown ? undefined : other;
  return (
    <ListRow
      label={shown}
      {...(detail === undefined ? {} : { detail })}
      icon={isPossible ? 'circle-question-mark' : look.icon}
      tone={isPossible ? 'kind-doubtful' : look.tone}
      count={count}
      onClick={() => onOpen(id)}
    />
  );
}
