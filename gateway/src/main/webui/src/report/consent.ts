import type { Decided } from '../api/types';

/** A cell that a person's decision can open or close; the others are settled by law or stay shut. */
export interface Cell {
  purpose: string;
  category: string;
}

export const PURPOSES: { purpose: string; textId: string; categories: string[] }[] = [
  {
    purpose: 'health_management',
    textId: 'consent.P2',
    categories: ['identity', 'checkup', 'lifestyle', 'genetic_report', 'genetic_raw', 'special'],
  },
  { purpose: 'own_access', textId: 'consent.P1', categories: ['genetic_report', 'genetic_raw'] },
  {
    purpose: 'care',
    textId: 'consent.P3',
    categories: ['identity', 'checkup', 'lifestyle', 'genetic_report', 'special'],
  },
];

const STRICTNESS = ['grant', 'deny', 'withdraw'];

/** The decision in force at a time: the latest wins, of several at once the strictest. Null where none was taken. */
export function inForce(history: Decided[], cell: Cell): Decided | null {
  return history
    .filter((decided) => decided.purpose === cell.purpose && decided.category === cell.category)
    .reduce<Decided | null>((latest, decided) => (latest === null || isAfter(decided, latest) ? decided : latest), null);
}

function isAfter(decided: Decided, other: Decided): boolean {
  const apart = Date.parse(decided.givenAt) - Date.parse(other.givenAt);
  return apart !== 0 ? apart > 0 : STRICTNESS.indexOf(decided.decision) >= STRICTNESS.indexOf(other.decision);
}

/** Whether a decision opens its cell now. Without a decision the answer is no. */
export function isOpen(decided: Decided | null, now: number): boolean {
  if (decided === null || decided.decision !== 'grant') {
    return false;
  }
  const end = decided.validTo === undefined ? Number.NaN : Date.parse(decided.validTo);
  return Number.isNaN(end) || now < end;
}
