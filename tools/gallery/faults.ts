/** Looks at the cards on the page for what should never be seen. One line a fault. */
export function findFaults(): string[] {
  const faults: string[] = [];
  const named = (element: Element): string => {
    const shown = element.closest('[data-shown]')?.getAttribute('data-shown') ?? '?';
    const words = (element.textContent ?? '').trim().slice(0, 40);
    return `${shown}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> “${words}”`;
  };
  for (const card of document.querySelectorAll<HTMLElement>(
    '.card, .tray, .popup, .note, .annotation, .options, .library',
  )) {
    const frame = card.getBoundingClientRect();
    for (const element of card.querySelectorAll<HTMLElement | SVGElement>('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('.visually-hidden, .site-map svg *') !== null)
        continue;
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5)
        faults.push(`outside the card: ${named(element)}`);
      if (element instanceof HTMLElement && element.localName !== 'section') {
        const clips = getComputedStyle(element).overflowX !== 'visible';
        if (clips && element.scrollWidth > element.clientWidth + 1)
          faults.push(`clipped: ${named(element)}`);
      }
    }
    for (const value of card.querySelectorAll('dd, dt, h2, h3, li, p, figcaption')) {
      if (value.localName === 'figcaption') continue;
      if ((value.textContent ?? '').trim() === '') faults.push(`empty: ${named(value)}`);
    }
    for (const label of card.querySelectorAll('dt')) {
      if (label.nextElementSibling?.localName !== 'dd')
        faults.push(`orphan label: ${named(label)}`);
    }
    for (const text of card.querySelectorAll<SVGTextElement>('svg text')) {
      const box = text.getBoundingClientRect();
      for (const other of text.ownerSVGElement?.querySelectorAll('text') ?? []) {
        if (other === text) continue;
        const there = other.getBoundingClientRect();
        const overlaps =
          box.left < there.right - 1 &&
          there.left < box.right - 1 &&
          box.top < there.bottom - 3 &&
          there.top < box.bottom - 3;
        if (overlaps) faults.push(`labels collide: ${named(text)} and “${other.textContent}”`);
      }
    }
  }
  return [...new Set(faults)];
}
