import type { Look } from '../api/types';

/** One line of the list: a look, or a day's looks of one program at one thing. */
export interface LookLine {
  look: Look;
  times: number;
}

/** Groups what programs read as one line a day; what people did, and every refusal, keeps its own line. */
export function linesOf(looks: Look[]): LookLine[] {
  const lines: LookLine[] = [];
  const byKey = new Map<string, LookLine>();
  for (const look of looks) {
    if (look.actorRole !== 'service' || look.decision === 'deny') {
      lines.push({ look, times: 1 });
      continue;
    }
    const key = [look.at.slice(0, 10), look.actor, look.action, look.purpose].join('|');
    const line = byKey.get(key);
    if (line !== undefined) {
      line.times += 1;
      continue;
    }
    const first = { look, times: 1 };
    byKey.set(key, first);
    lines.push(first);
  }
  return lines;
}
