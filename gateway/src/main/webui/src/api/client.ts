import { bearer, challengeOf, stepUp } from '../session';
import type { Consents, Decided, Look, Report, Timeline } from './types';

/** Why a call brought nothing. Carries no text of the server, so nothing of a person can end in a log. */
export class Failed extends Error {
  constructor(readonly why: 'signedOut' | 'unlinked' | 'notFound' | 'tooMany' | 'away') {
    super(why);
  }
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await (await send(path, init)).json()) as T;
}

async function send(path: string, init: RequestInit, accept = 'application/json'): Promise<Response> {
  const token = await bearer().catch(() => {
    throw new Failed('away');
  });
  if (token === null) {
    throw new Failed('signedOut');
  }
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  headers.set('Accept', accept);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers, cache: 'no-store', credentials: 'omit' });
  } catch {
    throw new Failed('away');
  }
  const challenge = response.status === 401 ? challengeOf(response.headers.get('WWW-Authenticate')) : null;
  if (challenge !== null) {
    // The page leaves for the provider and comes back to this screen.
    await stepUp(challenge);
  }
  if (response.status === 401) {
    throw new Failed('signedOut');
  }
  if (response.status === 404) {
    throw new Failed('notFound');
  }
  if (response.status === 403 && (await isUnlinked(response))) {
    throw new Failed('unlinked');
  }
  if (!response.ok) {
    throw new Failed(response.status === 429 ? 'tooMany' : 'away');
  }
  return response;
}

async function isUnlinked(response: Response): Promise<boolean> {
  const problem = (await response.json()) as { code?: string };
  return problem.code === 'ACCOUNT_NOT_LINKED';
}

export function report(language: string): Promise<Report> {
  return call(`/v1/me/report?language=${encodeURIComponent(language)}`);
}

export function timeline(): Promise<Timeline> {
  return call('/v1/me/timeline');
}

export async function consents(language: string): Promise<Consents> {
  const answer = await call<Partial<Consents>>(`/v1/me/consents?language=${encodeURIComponent(language)}`);
  return { decisions: answer.decisions ?? [], texts: answer.texts ?? [] };
}

export function looks(pageToken: string): Promise<{ events?: Look[]; nextPageToken?: string }> {
  return call(`/v1/me/access-events?pageSize=100&pageToken=${encodeURIComponent(pageToken)}`);
}

/** Records one decision. The key makes a repeated send harmless. */
export function decide(
  decision: {
    category: string;
    purpose: string;
    grantee: string;
    decision: string;
    textId: string | undefined;
    language: string;
  },
  key: string,
): Promise<Decided> {
  return call('/v1/me/consents', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ ...decision, evidence: 'app' }),
  });
}

/** Links this account to the person of a code. */
export async function redeem(code: string, birthDate: string): Promise<void> {
  await send('/v1/me/account', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, birthDate }),
  });
}

/** Says that this record is somebody else's: this account sees it no longer. */
export async function reportWrongLink(): Promise<void> {
  await send('/v1/me/account/wrong-link', { method: 'POST' });
}

export type Format = 'fhir' | 'csv';

/** The whole record as a file; needs a strong and recent sign-in. */
export async function recordFile(format: Format): Promise<Blob> {
  return (await send(`/v1/me/export?format=${format}`, {}, '*/*')).blob();
}
