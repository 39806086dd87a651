import type { Evidence, Mention } from './mention';

/**
 * A mention as a page keeps it: with its evidence as text until somebody asks. A dozen reasons each for hundreds of
 * mentions would be most of what we hold in a tab, and each word in them would hold the text that it was cut from.
 */
export function keepMention(mention: Mention): Mention {
  const { evidence, ...rest } = mention;
  const text = JSON.stringify([mention.text, evidence]);
  const read = (): [string, readonly Evidence[]] => JSON.parse(text);
  const [name] = read();
  return Object.defineProperty({ ...rest, text: name } as Mention, 'evidence', {
    get: () => read()[1],
    enumerable: true,
  });
}
