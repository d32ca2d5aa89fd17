import * as oauth from 'oauth4webapi';

/**
 * Signing in at the installation's identity provider: authorisation code with PKCE. The provider's answer comes back in the
 * fragment, which no server sees. Tokens live in this page's memory only: no storage holds them, and a tab that is duplicated or
 * loaded again asks the provider anew instead of sharing a refresh token, of which only one use is good.
 */
interface Settings {
  issuer: string;
  authority: string;
  client: string;
}

interface Provider {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
}

/** What the answer must fit; kept over the way to the provider and back, and good for one answer. */
interface Asked {
  state: string;
  nonce: string;
  verifier: string;
  maxAge: number | null;
  screen: string;
}

interface Tokens {
  access: string;
  refresh: string | null;
  identity: string;
  /** How surely the provider knows who signed in (`acr`), or empty. */
  level: string;
  /** By this page's own clock, in milliseconds. */
  ends: number;
}

const KEY = 'lifelong.asked';
/** A token with less than this left is changed before it is used. */
const EARLY_MS = 30_000;

let provider: Promise<Provider> | null = null;
let tokens: Tokens | null = null;
let refreshing: Promise<Tokens | null> | null = null;

/** How surely and how recently the provider must have seen somebody, from the challenge of RFC 9470. */
export interface Challenge {
  level: string;
  maxAge: number;
}

/** What the gate asks for before what matters most. */
export const STRONG: Challenge = { level: '2', maxAge: 900 };

export type Arrival = 'signedIn' | 'signedOut' | 'away';

/** What a `WWW-Authenticate` asks for beyond signing in, or null. */
export function challengeOf(header: string | null): Challenge | null {
  if (header === null || !header.includes('error="insufficient_user_authentication"')) {
    return null;
  }
  const level = /acr_values="([^"]+)"/.exec(header)?.[1];
  const maxAge = /max_age="?(\d+)/.exec(header)?.[1];
  return level === undefined || maxAge === undefined ? null : { level, maxAge: Number(maxAge) };
}

/** The provider's answer in a fragment such as `#state=...&code=...`, or null. */
export function answerOf(fragment: string): URLSearchParams | null {
  const answer = new URLSearchParams(fragment.replace(/^#/, ''));
  return answer.has('state') && (answer.has('code') || answer.has('error')) ? answer : null;
}

/** Whom a fragment such as `#login=...` would sign in, or null: how a link opens a person's page. */
export function hintOf(fragment: string): string | null {
  return /^#login=([\w.@-]+)$/.exec(fragment)?.[1] ?? null;
}

/** Takes the provider's answer out of the address; without one asks the provider whether it knows this browser. */
export async function arrive(): Promise<Arrival> {
  try {
    const answer = answerOf(location.hash);
    if (answer !== null) {
      return await take(answer);
    }
    const hint = hintOf(location.hash);
    return await leave(hint === null ? { prompt: 'none' } : { login_hint: hint }, null, hint === null ? location.hash : '');
  } catch {
    return 'away';
  }
}

/** Goes to the provider's page; the person comes back to this screen. */
export async function signIn(): Promise<void> {
  await leave({}, null, location.hash);
}

/** Goes to the provider for a stronger or fresher sign-in. */
export async function stepUp(challenge: Challenge): Promise<void> {
  await leave({ acr_values: challenge.level, max_age: String(challenge.maxAge) }, challenge.maxAge, location.hash);
}

/** Forgets the tokens and ends the sign-in at the provider, and with it every token that could be had from it. */
export async function signOut(): Promise<void> {
  const identity = tokens?.identity;
  end();
  const { server, client } = await asked();
  if (identity === undefined || server.end_session_endpoint === undefined) {
    return;
  }
  const address = new URL(server.end_session_endpoint);
  address.searchParams.set('id_token_hint', identity);
  address.searchParams.set('client_id', client.client_id);
  address.searchParams.set('post_logout_redirect_uri', page());
  location.assign(address);
}

/** Whether the person has signed in with two factors. */
export function isStrong(): boolean {
  return tokens !== null && Number(tokens.level) >= Number(STRONG.level);
}

export function end(): void {
  tokens = null;
}

/** A token that holds for the next call, or null where nobody is signed in any more. */
export async function bearer(): Promise<string | null> {
  if (tokens !== null && performance.now() > tokens.ends - EARLY_MS) {
    // Calls side by side wait for one refresh: a refresh token that is used twice ends the sign-in.
    refreshing ??= refresh(tokens).finally(() => (refreshing = null));
    tokens = await refreshing;
  }
  return tokens?.access ?? null;
}

async function refresh(old: Tokens): Promise<Tokens | null> {
  if (old.refresh === null) {
    return null;
  }
  const { server, client } = await asked();
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), old.refresh, insecure());
  try {
    return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), old);
  } catch {
    return null;
  }
}

async function take(answer: URLSearchParams): Promise<Arrival> {
  const expected = keptAsked();
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', location.pathname + (expected?.screen ?? ''));
  if (expected === null) {
    return 'signedOut';
  }
  const { server, client } = await asked();
  try {
    const code = oauth.validateAuthResponse(server, client, answer, expected.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server, client, oauth.None(), code, page(), expected.verifier, insecure());
    const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: expected.nonce,
      requireIdToken: true,
      ...(expected.maxAge === null ? {} : { maxAge: expected.maxAge }),
    });
    tokens = tokensOf(result, null);
    return 'signedIn';
  } catch {
    // Nobody is signed in there, the person said no, or the answer is not the one to our question.
    return 'signedOut';
  }
}

function tokensOf(answer: oauth.TokenEndpointResponse, old: Tokens | null): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? null,
    identity: answer.id_token ?? old?.identity ?? '',
    level: String(oauth.getValidatedIdTokenClaims(answer)?.['acr'] ?? old?.level ?? ''),
    ends: performance.now() + (answer.expires_in ?? 0) * 1000,
  };
}

async function leave(wish: Record<string, string>, maxAge: number | null, screen: string): Promise<never> {
  const { server, client } = await asked();
  const question: Asked = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    maxAge,
    screen,
  };
  sessionStorage.setItem(KEY, JSON.stringify(question));
  const address = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: client.client_id,
    redirect_uri: page(),
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid',
    state: question.state,
    nonce: question.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(question.verifier),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
    ...wish,
  };
  Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
  location.assign(address);
  // The page is on its way out: nothing after this happens here.
  return new Promise<never>(() => undefined);
}

function keptAsked(): Asked | null {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Asked);
}

function page(): string {
  return `${location.origin}/`;
}

function asked(): Promise<Provider> {
  provider ??= discover().catch((failure: unknown) => {
    provider = null;
    throw failure;
  });
  return provider;
}

async function discover(): Promise<Provider> {
  const response = await fetch('/sign-in.json', { credentials: 'omit' });
  const settings = (await response.json()) as Settings;
  const document = await oauth.discoveryRequest(new URL(settings.authority), insecure());
  return {
    server: await oauth.processDiscoveryResponse(new URL(settings.issuer), document),
    client: { client_id: settings.client },
  };
}

/** A page on this very machine may sign in without TLS; a page that came by TLS never does. */
function insecure() {
  return { [oauth.allowInsecureRequests]: location.protocol === 'http:' };
}
