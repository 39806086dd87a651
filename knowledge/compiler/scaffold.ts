import type { EntityKind } from '@/core/knowledge/entity';
import type { Knowledge } from './knowledge';

/** The slug of a name: lower case, no accents, words joined by hyphens. Empty for a name without Latin letters. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The properties that a new file of that kind asks for first: what cards of the kind are expected to say. */
const ASKED: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  company: [
    'status',
    'country',
    'founded',
    'headquarters',
    'founder',
    'chief-executive',
    'listing-step',
    'funding-round',
    'products',
    'rival',
    'website',
  ],
  rocket: [
    'status',
    'maker',
    'country',
    'engines-first-stage',
    'stages',
    'height',
    'diameter',
    'liftoff-mass',
    'payload-leo',
    'propellant',
    'reuse-design',
  ],
  engine: ['maker', 'country', 'used-on', 'propellant', 'cycle', 'thrust'],
  site: ['status', 'operator', 'country', 'place', 'coordinates'],
};

/** A new entity's file, to be filled in: every commented line is a question, a claim without an answer is deleted. */
export function scaffold(kind: EntityKind, name: string, knowledge: Knowledge): string {
  const properties = ASKED[kind] ?? usable(kind, knowledge).slice(0, 8);
  const claims = properties.map((property) => {
    const known = knowledge.properties.get(property);
    const unit = known?.type === 'number' ? `, unit: ${unitsOf(known.units, knowledge)[0]}` : '';
    return `  # - { property: ${property}, value: ${example(known?.type, known?.terms)}${unit}, asOf: 2026-01-31, source: key }`;
  });
  return `${[
    `id: ${kind}/${slugOf(name)}`,
    'names:',
    `  en: ${/[:#]/.test(name) ? JSON.stringify(name) : name}`,
    '  # zh: only if a source prints one',
    '# aliases:',
    '#   - { text: ABC, kind: acronym, ambiguity: what else it means }',
    '# summary:',
    '#   en: One sentence of at most 30 words, present tense, no praise.',
    '#   zh: 一句话，不超过60字。',
    ...(kind === 'rocket' || kind === 'company' || kind === 'site' || kind === 'agency'
      ? [
          `# gcat: { ${{ rocket: 'vehicles', company: 'orgs', agency: 'orgs', site: 'sites' }[kind]}: [exactly as in sources/gcat-launches.tsv] }`,
        ]
      : []),
    'claims:',
    ...claims,
    '# events:',
    '#   - { date: 2026-01-31, kind: milestone, text: { en: …, zh: … }, source: key }',
    '# sources:',
    '#   key: { title: …, publisher: …, url: https://…, date: 2026-01-31 }',
  ].join('\n')}\n`;
}

function usable(kind: EntityKind, knowledge: Knowledge): string[] {
  return [...knowledge.properties]
    .filter(([, property]) => property.kinds.includes(kind))
    .map(([key]) => key);
}

function unitsOf(family: string | undefined, { units }: Knowledge): string[] {
  return Object.keys(units).filter((key) => units[key]?.family === family);
}

function example(type: string | undefined, terms: string | undefined): string {
  if (type === 'term') return `key of ${terms} in terms.yaml`;
  if (type === 'entity') return 'kind/slug';
  if (type === 'text') return '{ en: …, zh: … }';
  if (type === 'place') return '{ lat: 0.0, lon: 0.0 }';
  if (type === 'url') return 'https://…';
  return type === 'date' ? '2026-01-31' : '0';
}
