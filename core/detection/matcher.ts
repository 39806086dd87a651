import { isLetter, isUnspaced } from '@/core/text/fold';
import { withLegalForm } from '@/core/text/legal-form';
import type { Finder } from './finder';
import { ALIAS } from './gazetteer-format';
import type { GazetteerNames } from './gazetteer-names';
import { createNameSearch, MATCH, type Matcher, type RawCandidate } from './name-search';

/**
 * Builds a matcher that also reads the legal form behind a company's name and the mark of an unknown designation;
 * costs little. `finder` says where to look: everywhere unless told otherwise.
 */
export function createMatcher(names: GazetteerNames, finder?: Finder): Matcher {
  const search = createNameSearch(names, finder);
  return {
    scan: (text, options) => search.scan(text, { ...options, complete: completeName }),
    first: (text, options) => search.first(text, { ...options, complete: completeName }),
  };
}

/** Adds what only the whole name can tell: a legal form behind it, an unknown designation. */
function completeName(text: string, found: RawCandidate, attributes: number): RawCandidate {
  const isLegal = (attributes & ALIAS.legal) !== 0;
  const span = isLegal ? withLegalForm(text, found.start, found.end) : found;
  const isNumbered = span.end === found.end && goesOnAsDesignation(text, found.end);
  const flags = found.flags | (isNumbered ? MATCH.numbered : 0);
  return { start: span.start, end: span.end, alias: found.alias, flags };
}

/** A number of at most three digits (years are none), a Roman one, or one capital, directly after a name that ends in a letter. */
const DESIGNATION =
  /^(?:[ {2}‐‑–-]?(?!(?:19|20)\d\d(?!\d))\d{1,3}(?!\d)(?![年月日%])|[ -](?:II|III|IV|VI|VII|VIII|IX)(?![A-Za-z0-9])|[-‐‑][A-Z](?![A-Za-z])|[一二三四五六七八九十]{1,3}[号號])/;

/** A number that counts what follows it (`Electron 2 launches`), numbers a flight (`カイロス3号機`) or is part of a longer one (`Electron 2.5`), names nothing. */
const COUNTED =
  /^[ -]?\d{1,3}(?:[.,:/]\d|%| ?(?:号機|launch|mission|flight|time|satellite|stage|ton|kg|km|m\b|met|million|billion|minute|second|hour|day|week|month|year|per|of\b|to\b|and\b|or\b))/;

function goesOnAsDesignation(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last) && !isUnspaced(last)) return false;
  return DESIGNATION.test(text.slice(end, end + 6)) && !COUNTED.test(text.slice(end, end + 16));
}
