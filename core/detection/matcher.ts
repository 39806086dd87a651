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

/** A number of at most three digits (years are none), or one capital, directly after a name that ends in a letter. */
const DESIGNATION =
  /^(?:[ {2}‐‑–-]?(?!(?:19|20)\d\d(?!\d))\d{1,3}(?!\d)(?![年月日%])|[-‐‑][A-Z](?![A-Za-z])|[一二三四五六七八九十]{1,3}[号號])/;

function goesOnAsDesignation(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last) && !isUnspaced(last)) return false;
  return DESIGNATION.test(text.slice(end, end + 6));
}
