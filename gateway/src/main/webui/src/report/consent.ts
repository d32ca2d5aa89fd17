import type { Decided, Report } from '../api/types';

/** A cell that a person's decision can open or close; the others are settled by law or stay shut. */
export interface Cell {
  purpose: string;
  category: string;
  grantee: string;
}

export const INSTITUTE = 'institute';
export const PROXY = 'proxy:';

/** What the institute may do with which data. */
export const OF_INSTITUTE: { purpose: string; categories: string[] }[] = [
  {
    purpose: 'health_management',
    categories: ['identity', 'checkup', 'lifestyle', 'genetic_report', 'genetic_raw', 'special'],
  },
  { purpose: 'own_access', categories: ['genetic_report', 'genetic_raw'] },
];

export const OF_CENTRES = ['identity', 'checkup', 'lifestyle', 'genetic_report', 'special'];

export const OF_FAMILY = ['checkup', 'lifestyle'];

/** The centres that a person may name for their care: where they have been, and whom they named before. */
export function centres(report: Report, history: Decided[]): string[] {
  const been = (report.record?.checkups ?? []).map((checkup) => checkup.centre ?? '');
  const named = history.filter((decided) => decided.purpose === 'care').map((decided) => decided.grantee);
  return [...new Set([...been, ...named])].filter((centre) => centre !== '' && centre !== INSTITUTE).sort();
}

/** The family members whom a person named. */
export function family(history: Decided[]): string[] {
  return [...new Set(history.map((decided) => decided.grantee).filter((grantee) => grantee.startsWith(PROXY)))];
}

const STRICTNESS = ['grant', 'deny', 'withdraw'];

/** The decision in force at a time: the latest wins, of several at once the strictest. Null where none was taken. */
export function inForce(history: Decided[], cell: Cell): Decided | null {
  return history
    .filter((decided) => isCell(cell, decided))
    .reduce<Decided | null>((latest, decided) => (latest === null || isAfter(decided, latest) ? decided : latest), null);
}

/** Whether two are about the same cell. */
export function isCell(cell: Cell | null | undefined, other: Cell): boolean {
  return (
    cell?.purpose === other.purpose && cell.category === other.category && cell.grantee === other.grantee
  );
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
