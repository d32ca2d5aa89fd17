/**
 * Screens live in the fragment: which item a person looks at then never reaches a server's access log, and every address is the
 * one index page.
 */
export type Route =
  | { screen: 'home' | 'items' | 'record' | 'daily' | 'consent' }
  | { screen: 'item'; item: string };

export function routeOf(fragment: string): Route {
  const [screen, item] = fragment.replace(/^#\/?/, '').split('/');
  switch (screen) {
    case 'items':
    case 'record':
    case 'daily':
    case 'consent':
      return { screen };
    case 'item':
      return item ? { screen: 'item', item: decode(item) } : { screen: 'items' };
    default:
      return { screen: 'home' };
  }
}

export function itemAddress(item: string): string {
  return `#/item/${encodeURIComponent(item)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
