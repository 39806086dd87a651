import type { ComponentChildren } from 'preact';
import type { Mention } from '@/core/detection/mention';
import type { Translate } from '@/core/i18n/messages';

interface SampleStoryProps {
  readonly t: Translate;
  readonly text: string;
  /** What was found in `text`: sorted, never overlapping. */
  readonly mentions: readonly Mention[];
  /** The mention whose card is open. */
  readonly open: Mention | null;
  /** The pointer rests on a name, or a key or a click asks for its card. */
  readonly onRest: (mention: Mention, name: HTMLElement) => void;
  readonly onAsk: (mention: Mention, name: HTMLElement) => void;
  readonly onLeave: () => void;
}

/** A piece of news whose names are marked as on any page. */
export function SampleStory({ t, text, mentions, ...props }: SampleStoryProps) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const mention of mentions) {
    parts.push(text.slice(from, mention.start));
    parts.push(<SampleName key={mention.start} mention={mention} {...props} />);
    from = mention.end;
  }
  parts.push(text.slice(from));
  return (
    <figure class="sample">
      <p>{parts}</p>
      <figcaption>{t('welcomeTry')}</figcaption>
    </figure>
  );
}

type SampleNameProps = Pick<SampleStoryProps, 'open' | 'onRest' | 'onAsk' | 'onLeave'> & {
  readonly mention: Mention;
};

/** A span, not a button, so that it breaks as the text around it does. */
function SampleName({ mention, open, onRest, onAsk, onLeave }: SampleNameProps) {
  const isOpen = open?.start === mention.start;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is always an inline block and cannot break
    <span
      class={isOpen ? 'sample-name is-open' : 'sample-name'}
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={(event) => onRest(mention, event.currentTarget)}
      onPointerLeave={onLeave}
      onClick={(event) => onAsk(mention, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAsk(mention, event.currentTarget);
      }}
    >
      {mention.text}
    </span>
  );
}
