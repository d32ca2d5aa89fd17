import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Report, Timeline } from '../api/types';

/** What the screens show, and how to ask for it again. */
export interface PersonData {
  report: Report;
  /** Null where it could not be had. */
  timeline: Timeline | null;
  names: Map<string, string>;
  reload(): Promise<Report | null>;
  /** To be called where an answer says that the session has ended. */
  signedOut(): void;
}

export const PersonContext = createContext<PersonData | null>(null);

export function usePerson(): PersonData {
  const data = useContext(PersonContext);
  if (data === null) {
    throw new Error('a screen was drawn before the person was loaded');
  }
  return data;
}
