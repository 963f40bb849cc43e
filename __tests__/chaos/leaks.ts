/** A value that must not be seen, under a name that may. */
export type Canaries = Readonly<Record<string, string>>;

/** Shorter runs of characters turn up by chance. */
const SHORTEST = 6;

/** Every way in which a program may have written a value down. */
function formsOf(value: string): ReadonlySet<string> {
  const bytes = Buffer.from(value);
  const json = JSON.stringify(value).slice(1, -1);
  const forms = [
    value,
    value.trim(),
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    new URLSearchParams({ v: value }).toString().slice(2),
    json,
    JSON.stringify(json).slice(1, -1),
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64url'),
    ...[0, 1, 2].map((shift) => base64Within(bytes, shift)),
    Array.from(value).reverse().join(''),
  ];
  return new Set(forms.filter((form) => form.length >= SHORTEST));
}

/** The base64 text of the value somewhere within other text: the characters that depend on its neighbours are cut off. */
function base64Within(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(shift === 0 ? 0 : shift + 1, text.length - 1);
}

/** What was found, by name and place: never the value itself. A long value counts when 20 characters of it are there. */
export function leaksIn(places: Readonly<Record<string, string>>, canaries: Canaries): readonly string[] {
  return Object.entries(canaries).flatMap(([name, value]) => {
    const middle = value.length > 60 ? [value.slice(0, 20), value.slice(20, 40), value.slice(-24, -4)] : [];
    const forms = [value, ...middle].flatMap((part) => [...formsOf(part)]);
    return Object.entries(places)
      .filter(([, text]) => forms.some((form) => text.includes(form)))
      .map(([place]) => `${name} in ${place}`);
  });
}
