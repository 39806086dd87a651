/*
 * The tree as it is, whatever a page calls its fields. `<input name="nextSibling">` makes `form.nextSibling`
 * that field, in content scripts too, and a walk that believes it leaves the form's neighbours out or never
 * ends. Forms alone do this (HTML, "LegacyOverrideBuiltIns"), so only they take the longer way.
 */

/** True for forms. A clobbered name is an element instead of a string, and then it is a form too. */
export function isForm(node: Node): boolean {
  const name: unknown = node.nodeName;
  return name === 'FORM' || name === 'form' || typeof name !== 'string';
}

/** True when a field or an image of a form hides a member that every element has. */
export function isClobbered(node: Node): boolean {
  if (!isForm(node)) return false;
  const fields: Iterable<Element> = Reflect.get(HTMLFormElement.prototype, 'elements', node);
  const images = Element.prototype.querySelectorAll.call(node, 'img');
  return [...fields, ...images].some(
    (one) => (one.getAttribute('name') ?? '') in Element.prototype || one.id in Element.prototype,
  );
}

export function typeOf(node: Node): number {
  return isForm(node) ? Node.ELEMENT_NODE : node.nodeType;
}

export function firstChildOf(node: Node): Node | null {
  return isForm(node) ? Reflect.get(Node.prototype, 'firstChild', node) : node.firstChild;
}

export function nextSiblingOf(node: Node): Node | null {
  return isForm(node) ? Reflect.get(Node.prototype, 'nextSibling', node) : node.nextSibling;
}

export function parentNodeOf(node: Node): Node | null {
  return isForm(node) ? Reflect.get(Node.prototype, 'parentNode', node) : node.parentNode;
}

/** The parent across shadow borders: a shadow root's parent is its host. */
export function parentAcross(node: Node): Node | null {
  return parentNodeOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}

export function isInPage(node: Node): boolean {
  return isForm(node) ? Reflect.get(Node.prototype, 'isConnected', node) : node.isConnected;
}

/** A form can be no shadow host. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  return isForm(element) ? null : element.shadowRoot;
}

export function rootOf(node: Node): Node {
  return isForm(node) ? Node.prototype.getRootNode.call(node) : node.getRootNode();
}

/** As `Node.compareDocumentPosition`. */
export function positionOf(node: Node, other: Node): number {
  return isForm(node)
    ? Node.prototype.compareDocumentPosition.call(node, other)
    : node.compareDocumentPosition(other);
}

/** As `Element.matches`; false for what is no element. */
export function matches(target: unknown, selector: string): target is Element {
  return target instanceof Element && Element.prototype.matches.call(target, selector);
}

/** As `Element.closest`. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}
