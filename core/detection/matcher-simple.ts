import type { Gazetteer, SimpleGazetteer } from './gazetteer';
import { MATCH, type Matcher, type RawCandidate } from './matcher';

/** A slow stand-in with the same contract: one regular expression a name. */
export function createSimpleMatcher(gazetteer: Gazetteer): Matcher {
  const { list } = gazetteer as SimpleGazetteer; // the stand-in reads its own form only
  const patterns = list.map(({ text, alias }) => ({ pattern: patternOf(text), alias }));
  return {
    scan(text, options = {}) {
      const found: RawCandidate[] = [];
      patterns.forEach(({ pattern, alias }, index) => {
        for (const hit of text.matchAll(pattern)) {
          const flags =
            (alias.decoy ? MATCH.decoy : 0) | (text[hit.index - 1] === '#' ? MATCH.hashtag : 0);
          found.push({ start: hit.index, end: hit.index + hit[0].length, alias: index, flags });
        }
      });
      found.sort((a, b) => a.start - b.start || b.end - a.end);
      const kept: RawCandidate[] = [];
      let end = options.from ?? 0;
      for (const one of found) {
        if (one.start < end || one.start >= (options.to ?? text.length)) continue;
        kept.push(one);
        end = one.end;
      }
      return kept;
    },
  };
}

const GAP =
  '(?:[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]*[-\\u2010-\\u2015\\u2212\\uff0d][ \\u00a0]*|[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]+|\\n(?!\\n))';

function patternOf(name: string): RegExp {
  const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\d]/u;
  const body = [...name.replace(/^The /, '')]
    .map((letter, at, all) => {
      if (/[\s\-\u2010-\u2015]/.test(letter)) return /\d/.test(all[at + 1] ?? '') ? `${GAP}?` : GAP;
      if (/[a-z]/.test(letter)) return `[${letter}${letter.toUpperCase()}]`;
      const border = /\d/.test(letter) && /[A-Za-z]/.test(all[at - 1] ?? '') ? `${GAP}?` : '';
      return border + letter.replace(/[.*+?^${}()|[\]\\/]/, '\\$&').replace(/['’]/, "['’]");
    })
    .join('');
  const before = latin.test(name.charAt(0))
    ? '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d@/_.])'
    : '';
  const after = latin.test(name.at(-1) ?? '')
    ? '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\d@_]|\\.[a-z\\d])'
    : '';
  return new RegExp(before + body + after, 'gu');
}
