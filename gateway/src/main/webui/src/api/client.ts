import { current } from '../session';
import type { Decided, Look, Report, Timeline } from './types';

/** Why a call brought nothing. Carries no text of the server, so nothing of a person can end in a log. */
export class Failed extends Error {
  constructor(readonly why: 'signedOut' | 'notFound' | 'away') {
    super(why);
  }
}

async function answer(path: string, init: RequestInit, accept: string): Promise<Response> {
  const token = current();
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
  if (response.status === 401) {
    throw new Failed('signedOut');
  }
  if (response.status === 404) {
    throw new Failed('notFound');
  }
  if (!response.ok) {
    throw new Failed('away');
  }
  return response;
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await (await answer(path, init, 'application/json')).json()) as T;
}

export function report(language: string): Promise<Report> {
  return call(`/v1/me/report?language=${encodeURIComponent(language)}`);
}

export function timeline(): Promise<Timeline> {
  return call('/v1/me/timeline');
}

export async function consents(): Promise<Decided[]> {
  return (await call<{ decisions?: Decided[] }>('/v1/me/consents')).decisions ?? [];
}

export function looks(pageToken: string): Promise<{ events?: Look[]; nextPageToken?: string }> {
  return call(`/v1/me/access-events?pageSize=100&pageToken=${encodeURIComponent(pageToken)}`);
}

/** Records one decision. The key makes a repeated send harmless. */
export function decide(
  decision: { category: string; purpose: string; decision: string; textId: string; language: string },
  key: string,
): Promise<Decided> {
  return call('/v1/me/consents', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ ...decision, evidence: 'app' }),
  });
}

export type Format = 'fhir' | 'csv';

/** The whole record as a file; needs a strong and recent sign-in. */
export async function recordFile(format: Format): Promise<Blob> {
  return (await answer(`/v1/me/export?format=${format}`, {}, '*/*')).blob();
}
