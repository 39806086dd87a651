import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  readonly title: string;
  /** What to do, in one sentence. */
  readonly advice: string;
  readonly children?: ComponentChildren;
}

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ title, advice, children }: EmptyStateProps) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{advice}</p>
      {children}
    </section>
  );
}
