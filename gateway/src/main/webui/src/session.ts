/**
 * The token of this tab. It arrives in the address's fragment, which no server sees, and stays in this tab's session storage
 * only. It is read by the API client alone and never shown or logged.
 */
const KEY = 'lifelong.token';

let token: string | null = null;

/** The token of a fragment such as `#token=...`, or null. */
export function tokenOf(fragment: string): string | null {
  const found = /^#token=([A-Za-z0-9_.-]+)$/.exec(fragment);
  return found?.[1] ?? null;
}

/** Takes a token that arrived in the fragment and clears the fragment; else resumes this tab's session. */
export function resume(): boolean {
  const arrived = tokenOf(location.hash);
  if (arrived !== null) {
    token = arrived;
    store(arrived);
    history.replaceState(null, '', location.pathname);
    return true;
  }
  token ??= stored();
  return token !== null;
}

export function current(): string | null {
  return token;
}

export function end(): void {
  token = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage may be switched off; then there is nothing to remove.
  }
}

function store(value: string): void {
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // Without storage the session lives as long as the page does.
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
