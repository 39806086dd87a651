import type { Rule } from '../compiler/knowledge';
import { aliasesDistinct } from './aliases-distinct';
import { ambiguousHasPassages } from './ambiguous-has-passages';
import { claimDated } from './claim-dated';
import { claimSourced } from './claim-sourced';
import { claimsDistinct } from './claims-distinct';
import { collisionsDeclared } from './collisions-declared';
import { computedNotTyped } from './computed-not-typed';
import { datedWithinSource } from './dated-within-source';
import { gcatNamesKnown } from './gcat-names-known';
import { gcatOwnedOnce } from './gcat-owned-once';
import { idMatchesPath } from './id-matches-path';
import { modeKnown } from './mode-known';
import { namesInTheirScript } from './names-in-their-script';
import { passagesResolve } from './passages-resolve';
import { propertyKnown } from './property-known';
import { redirectsLeadHome } from './redirects-lead-home';
import { referencesResolve } from './references-resolve';
import { shortAcronymsAmbiguous } from './short-acronyms-ambiguous';
import { sourcesDistinct } from './sources-distinct';
import { sourcesTrusted } from './sources-trusted';
import { sourcesUsed } from './sources-used';
import { textLengths } from './text-lengths';
import { textsTimeless } from './texts-timeless';
import { textsWithoutPraise } from './texts-without-praise';
import { tickerNamesExchange } from './ticker-names-exchange';
import { unitKnown } from './unit-known';
import { valueMatchesType } from './value-matches-type';

/** Every rule, in the order in which a new file meets them. */
export const RULES: readonly Rule[] = [
  idMatchesPath,
  namesInTheirScript,
  aliasesDistinct,
  shortAcronymsAmbiguous,
  tickerNamesExchange,
  collisionsDeclared,
  ambiguousHasPassages,
  passagesResolve,
  textLengths,
  textsTimeless,
  textsWithoutPraise,
  gcatNamesKnown,
  gcatOwnedOnce,
  computedNotTyped,
  propertyKnown,
  valueMatchesType,
  unitKnown,
  modeKnown,
  claimsDistinct,
  referencesResolve,
  claimSourced,
  claimDated,
  datedWithinSource,
  sourcesUsed,
  sourcesDistinct,
  sourcesTrusted,
  redirectsLeadHome,
];
