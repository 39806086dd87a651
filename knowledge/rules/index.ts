import type { Rule } from '../compiler/knowledge';
import { aliasesDistinct } from './aliases-distinct';
import { claimDated } from './claim-dated';
import { claimSourced } from './claim-sourced';
import { gcatNamesKnown } from './gcat-names-known';
import { idMatchesPath } from './id-matches-path';
import { modeKnown } from './mode-known';
import { propertyKnown } from './property-known';
import { referencesResolve } from './references-resolve';
import { unitKnown } from './unit-known';
import { valueMatchesType } from './value-matches-type';

/** Every rule, in the order in which a new file meets them. */
export const RULES: readonly Rule[] = [
  idMatchesPath,
  propertyKnown,
  valueMatchesType,
  unitKnown,
  modeKnown,
  claimSourced,
  claimDated,
  referencesResolve,
  gcatNamesKnown,
  aliasesDistinct,
];
