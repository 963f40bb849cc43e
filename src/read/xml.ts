import { parseXML } from '@aws-sdk/xml-builder';

/** What the parser makes of an element with others in it, or with attributes: both stand under their names. */
type Element = Readonly<Record<string, unknown>>;

/** Characters. STS answers in a few kilobytes; more is somebody else's page. */
export const LARGEST_XML = 256 * 1024;

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The child of this name; undefined where there is none, or several that differ. */
export function child(parent: unknown, name: string): unknown {
  const value: unknown = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (!Array.isArray(value)) return value;
  const [first, ...others] = value as unknown[];
  const written = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === written) ? first : undefined;
}

export interface Document {
  /** Name and content of the root. */
  readonly name: string;
  readonly root: unknown;
  /** Every namespace that it declares, anywhere, other than an empty one. */
  readonly namespaces: readonly string[];
}

/** A whole document; undefined where it is not one that AWS would send. Total and bounded. */
export function parseDocument(text: string): Document | undefined {
  // AWS never sends a document type, and the parser's time with many of them grows with their square.
  if (!text.startsWith('<') || !text.endsWith('>') || text.length > LARGEST_XML || /<!doctype/i.test(text)) {
    return undefined;
  }
  try {
    const document: unknown = parseXML(text);
    const [[name, root] = ['', undefined]] = isElement(document) ? Object.entries(document) : [];
    // The parser stops at the end of the root: what follows it is not looked at.
    return text.endsWith(`</${name}>`) ? { name, root, namespaces: namespaces(root) } : undefined;
  } catch {
    // Not well-formed, or nested too deep for the stack.
    return undefined;
  }
}

/** Namespaces of elements without a prefix; elements with one have other names. */
function namespaces(element: unknown): readonly string[] {
  const children: readonly unknown[] = Array.isArray(element) ? element : [];
  const entries = isElement(element) ? Object.entries(element) : [];
  return [
    ...children.flatMap(namespaces),
    ...entries.flatMap(([name, value]) =>
      name === 'xmlns' ? [typeof value === 'string' ? value : 'ambiguous'] : namespaces(value),
    ),
  ].filter((namespace) => namespace !== '');
}
