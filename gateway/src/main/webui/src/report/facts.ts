import type { Facts } from '../api/types';

/** Readers of a model's named values: what is not there, or is of another kind, is null and never a number. */
export function numberOf(facts: Facts | undefined, name: string): number | null {
  const value = facts?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textOf(facts: Facts | undefined, name: string): string | null {
  const value = facts?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function groupsOf(facts: Facts | undefined, name: string): Facts[] {
  const value = facts?.[name];
  return Array.isArray(value) ? value.filter((entry): entry is Facts => isFacts(entry)) : [];
}

export function textsOf(facts: Facts | undefined, name: string): string[] {
  const value = facts?.[name];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
