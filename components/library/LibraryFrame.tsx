import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createTranslate } from '@/core/i18n/messages';
import { TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icons';
import { Logo } from './Logo';

export type LibraryTab = 'highlights' | 'dossiers' | 'settings';

export interface LibraryFrameProps {
  readonly locale: 'en' | 'zh';
  readonly tab: LibraryTab;
  /** Addresses of the tabs, so that they open in a new window too. */
  readonly tabHref: (tab: LibraryTab) => string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly children: ComponentChildren;
}

/** The library's page: name, tabs, one search field. `/` goes to the search field. */
export function LibraryFrame(props: LibraryFrameProps) {
  const { locale, tab, tabHref, query, onQuery } = props;
  const t = createTranslate(locale);
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || isTyping(event.target)) return;
        event.preventDefault();
        head.current?.querySelector('input')?.focus();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, []);
  const tabs: readonly [LibraryTab, string, IconName][] = [
    ['highlights', t('libHighlights'), 'highlighter'],
    ['dossiers', t('libDossiers'), 'book-open'],
    ['settings', t('settings'), 'settings'],
  ];
  return (
    <div class="library" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
      <header class="library-head" ref={head}>
        <h1 class="library-name">
          <Logo />
          Downrange
        </h1>
        <nav>
          {tabs.map(([name, label, icon]) => (
            <a
              key={name}
              class={name === tab ? 'library-tab is-open' : 'library-tab'}
              href={tabHref(name)}
              aria-current={name === tab ? 'page' : undefined}
            >
              <Icon name={icon} />
              {label}
            </a>
          ))}
        </nav>
        <div class="library-search">
          <TextField
            label={t('libSearch')}
            isLabelHidden
            type="search"
            icon="search"
            shortcut="/"
            placeholder={t('libSearch')}
            value={query}
            onInput={onQuery}
          />
        </div>
      </header>
      {props.children}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
