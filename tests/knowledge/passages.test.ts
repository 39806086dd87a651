import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect } from '@/core/detection/detect';
import { overlaps } from '@/core/text/span';
import { type PlacedMark, plainPassages } from '@/knowledge/compiler/passage-text';
import { KNOWLEDGE, openRecogniser } from '@/tools/recogniser';

const folder = join(KNOWLEDGE, 'passages');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const recogniser = openRecogniser();

/** What recognition makes of every marked name of a file, where that is not the label: `file:line name: want x, got y`. A fault that is known must still be one. */
function faultsOf(file: string): string[] {
  return plainPassages(file, readFileSync(join(folder, file), 'utf8')).flatMap(
    ({ line, text, marks }) => {
      const { mentions } = detect(text, recogniser);
      const readingOf = (mark: PlacedMark) => {
        const found = mentions.find((mention) => overlaps(mention, mark));
        if (found === undefined) return '-';
        return found.start === mark.start && found.end === mark.end
          ? found.id
          : `"${found.text}" as ${found.id}`;
      };
      return marks.flatMap((mark) => {
        const got = readingOf(mark);
        if (mark.label === '?' || mark.label === null) return [];
        const place = `${file}:${line} ${mark.text}`;
        if (mark.missed)
          return got === mark.label ? [`${place}: is read right now, take the ? away`] : [];
        return got === mark.label ? [] : [`${place}: want ${mark.label}, got ${got}`];
      });
    },
  );
}

describe('every labelled passage is read as its labels say', () => {
  test.each(files)('%s', (file) => {
    expect(faultsOf(file)).toEqual([]);
  });
});

test('few of the labels are known to be missed', () => {
  const missed = files.flatMap((file) =>
    plainPassages(file, readFileSync(join(folder, file), 'utf8')).flatMap(({ marks }) =>
      marks.filter((mark) => mark.missed),
    ),
  );
  expect(missed.length).toBeLessThan(100);
});

test('the passages are many, and half of the names in them are not ours', () => {
  const marks = files.flatMap((file) =>
    plainPassages(file, readFileSync(join(folder, file), 'utf8')).flatMap(
      (passage) => passage.marks,
    ),
  );
  const against = marks.filter(({ label }) => label === '-').length;
  expect(marks.length).toBeGreaterThan(800);
  expect(against / marks.length).toBeGreaterThan(0.4);
});
