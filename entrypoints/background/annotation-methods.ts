import {
  type Annotation,
  type Body,
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  noteOf,
  type PageDescription,
  type Selector,
  type StoredAnnotation,
} from '@/core/annotation/annotation';
import { pageKeyOf } from '@/core/annotation/page-key';
import type { EntityId } from '@/core/knowledge/entity';
import { err, ok, type Result } from '@/core/result';
import type {
  ContractError,
  NewHighlight,
  PageRequests,
  PaintedTarget,
} from '@/platform/messaging/contract';
import type { Methods } from '@/platform/messaging/server';
import type { Sender } from '@/platform/messaging/transport';
import { rememberAnnotatedSite } from '@/platform/storage/annotated-sites';
import type { AnnotationStore, StoreError } from '@/platform/storage/annotation-store';

type AnnotationMethods = Pick<
  Methods<PageRequests>,
  | 'annotations.forPage'
  | 'annotations.entityCounts'
  | 'annotations.noteOn'
  | 'annotations.create'
  | 'annotations.recolour'
  | 'annotations.trash'
  | 'annotations.restore'
>;

/** Longest text of a field that a page describes itself with. */
const MAX_FIELD = 2000;
/** Most entities whose notes are counted in one request. */
const MAX_COUNTED = 256;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * What a page may ask about annotations. The page that is meant is always the sender's own, by the address
 * that the browser reports; a page can neither read nor change what is stored for another.
 */
export function annotationMethods(store: AnnotationStore, now: () => string): AnnotationMethods {
  return {
    'annotations.forPage': {
      decode: (params) => {
        const { canonical } = record(params);
        return canonical === null || typeof canonical === 'string' ? { canonical } : null;
      },
      async answer({ canonical }, sender) {
        const key = keyOf(sender, canonical);
        if (key === null) return ok([]);
        const stored = await store.forPage(key.key);
        if (!stored.ok) return err(contractError(stored.error));
        return ok(stored.value.flatMap((one) => toPainted(one) ?? []));
      },
    },
    'annotations.entityCounts': {
      decode: (params) => {
        const { ids } = record(params);
        return Array.isArray(ids) && ids.length <= MAX_COUNTED && ids.every(isEntity)
          ? { ids }
          : null;
      },
      async answer({ ids }) {
        const counts = await store.entityCounts(ids);
        return counts.ok ? counts : err(contractError(counts.error));
      },
    },
    'annotations.noteOn': {
      decode: (params) => {
        const { entity } = record(params);
        return isEntity(entity) ? { entity } : null;
      },
      async answer({ entity }) {
        const about = await store.forEntity(entity);
        if (!about.ok) return err(contractError(about.error));
        const note = about.value.find(({ annotation }) => annotation.motivation === 'describing');
        if (note !== undefined) return ok(note.annotation.id);
        const made = newEntityNote(entity, now());
        const written = await store.put(made, null);
        return written.ok ? ok(made.annotation.id) : err(contractError(written.error));
      },
    },
    'annotations.create': {
      decode: decodeNew,
      async answer(wanted, sender) {
        const key = keyOf(sender, wanted.canonical);
        if (key === null || sender.url === null) {
          return err({
            code: 'invalid',
            message: 'This page has no address under which a highlight could be kept.',
          });
        }
        const at = now();
        const stored: StoredAnnotation = {
          annotation: newAnnotation(wanted, sender.url, at),
          pageKey: key.key,
          page: { ...wanted.page, url: sender.url },
          revision: 1,
        };
        const page = {
          pageKey: key.key,
          urls: [sender.url],
          title: wanted.page.title,
          rule: key.rule,
          lastSeen: at,
        };
        const written = await store.put(stored, page);
        if (!written.ok) return err(contractError(written.error));
        await rememberAnnotatedSite(sender.url);
        return painted(written.value);
      },
    },
    'annotations.recolour': {
      decode: (params) => {
        const { id, revision, colour } = record(params);
        return isId(id) && typeof revision === 'number' && isColour(colour)
          ? { id, revision, colour }
          : null;
      },
      async answer({ id, revision, colour }, sender) {
        const current = await own(store, id, sender);
        if (!current.ok) return current;
        const { annotation } = current.value;
        const written = await store.put(
          {
            ...current.value,
            revision: revision + 1,
            annotation: {
              ...annotation,
              modified: now(),
              target: { ...annotation.target, styleClass: colour },
            },
          },
          null,
        );
        return written.ok ? painted(written.value) : err(contractError(written.error));
      },
    },
    'annotations.trash': {
      decode: decodeId,
      answer: async ({ id }, sender) => setTrashed(store, id, sender, now(), now()),
    },
    'annotations.restore': {
      decode: decodeId,
      answer: async ({ id }, sender) => setTrashed(store, id, sender, null, now()),
    },
  };
}

function newAnnotation(wanted: NewHighlight, url: string, at: string): Annotation {
  const body: Body[] = wanted.entities.map((id) => ({
    type: 'SpecificResource',
    source: `urn:downrange:${id}`,
    purpose: 'identifying',
  }));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: wanted.id,
    type: 'Annotation',
    motivation: 'highlighting',
    created: at,
    modified: at,
    body,
    target: {
      type: 'SpecificResource',
      source: url,
      selector: wanted.selector,
      state: { type: 'TimeState', sourceDate: at },
      styleClass: wanted.colour,
    },
  };
}

/** A note on an entity belongs to no page. */
function newEntityNote(entity: EntityId, at: string): StoredAnnotation {
  const source = `urn:downrange:${entity}` as const;
  return {
    annotation: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: 'Annotation',
      motivation: 'describing',
      created: at,
      modified: at,
      body: [{ type: 'SpecificResource', source, purpose: 'identifying' }],
      target: { type: 'SpecificResource', source },
    },
    pageKey: source,
    revision: 1,
  };
}

/** The annotation, if it belongs to the sender's page; what belongs to others does not exist for it. */
async function own(
  store: AnnotationStore,
  id: string,
  sender: Sender,
): Promise<Result<StoredAnnotation, ContractError>> {
  const found = await store.get(id);
  if (!found.ok) return err(contractError(found.error));
  const source = found.value.page?.url;
  if (source === undefined || !sameSite(source, sender.url)) {
    return err({ code: 'not-found', message: 'This highlight belongs to another page.' });
  }
  return found;
}

async function setTrashed(
  store: AnnotationStore,
  id: string,
  sender: Sender,
  at: string | null,
  now: string,
): Promise<Result<null, ContractError>> {
  const current = await own(store, id, sender);
  if (!current.ok) return current;
  const done = await store.setTrashed([id], at, now);
  return done.ok ? ok(null) : err(contractError(done.error));
}

function painted(stored: StoredAnnotation): Result<PaintedTarget, ContractError> {
  const target = toPainted(stored);
  return target === null
    ? err({ code: 'invalid', message: 'This highlight has no passage to paint.' })
    : ok(target);
}

/** What a page may know of an annotation; null for notes without a passage. */
function toPainted({ annotation, revision }: StoredAnnotation): PaintedTarget | null {
  const { selector, styleClass } = annotation.target;
  if (selector === undefined) return null;
  return {
    id: annotation.id,
    revision,
    selector,
    colour: styleClass ?? 'yellow',
    hasNote: noteOf(annotation) !== '',
  };
}

function keyOf(sender: Sender, canonical: string | null) {
  if (sender.url === null || !/^(https?|file):/.test(sender.url)) return null;
  return pageKeyOf(sender.url, canonical);
}

function sameSite(a: string, b: string | null): boolean {
  if (b === null || !URL.canParse(a) || !URL.canParse(b)) return false;
  const [first, second] = [new URL(a), new URL(b)];
  return first.protocol === 'file:' ? first.href === second.href : first.host === second.host;
}

function contractError(error: StoreError): ContractError {
  return { code: error.code, message: error.message };
}

function decodeId(params: unknown): { id: string } | null {
  const { id } = record(params);
  return isId(id) ? { id } : null;
}

function decodeNew(params: unknown): NewHighlight | null {
  const { id, selector, colour, entities, canonical, page } = record(params);
  if (!isId(id) || !isColour(colour)) return null;
  if (canonical !== null && typeof canonical !== 'string') return null;
  if (!Array.isArray(entities) || entities.length > 200) return null;
  if (!entities.every(isEntity)) return null;
  if (!Array.isArray(selector) || selector.length > 4) return null;
  const selectors = selector.map(decodeSelector);
  if (selectors.some((one) => one === null)) return null;
  const described = decodePage(page);
  if (described === null) return null;
  return {
    id,
    selector: selectors.filter((one): one is Selector => one !== null),
    colour,
    entities,
    canonical,
    page: described,
  };
}

function decodeSelector(value: unknown): Selector | null {
  const { type, exact, prefix, suffix, start, end, value: css } = record(value);
  if (type === 'TextQuoteSelector' && typeof exact === 'string' && exact.length > 0) {
    return {
      type,
      exact,
      ...(typeof prefix === 'string' ? { prefix } : {}),
      ...(typeof suffix === 'string' ? { suffix } : {}),
    };
  }
  if (type === 'TextPositionSelector' && isOffset(start) && isOffset(end) && start < end)
    return { type, start, end };
  if (type === 'CssSelector' && typeof css === 'string' && css.length <= MAX_FIELD)
    return { type, value: css };
  return null;
}

function decodePage(value: unknown): PageDescription | null {
  const { url, title, siteName, author, published, language } = record(value);
  if (typeof url !== 'string' || typeof title !== 'string') return null;
  const optional = { siteName, author, published, language };
  const kept = Object.entries(optional).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return {
    url,
    title: title.slice(0, MAX_FIELD),
    ...Object.fromEntries(kept.map(([key, text]) => [key, text.slice(0, MAX_FIELD)])),
  };
}

function isEntity(value: unknown): value is EntityId {
  return typeof value === 'string' && /^[a-z]+\/[a-z0-9-]+$/.test(value);
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function isColour(value: unknown): value is HighlightColour {
  return typeof value === 'string' && Object.hasOwn(HIGHLIGHT_COLOURS, value);
}

function record(params: unknown): Record<string, unknown> {
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : {};
}
