import type { Insight, Report, Timeline } from '../src/api/types';

export function setpoint(item: string, place: string, visits = 3): Insight {
  return {
    id: `setpoint:${item}:1`,
    model: 'setpoint',
    modelVersion: '1.0.0',
    subject: item,
    summary: `${item}: 문장이에요.`,
    result: {
      date: '2025-03-10',
      visits,
      value: 41,
      unit: 'U/L',
      interval_low: 31,
      interval_high: 47,
      series: [
        { date: '2024-03-10', value: 39, verdict: 'FIRST' },
        { date: '2025-03-10', value: 41, verdict: place === 'changed' ? 'RISE' : 'STABLE', change_pct: 5.1 },
      ],
    },
    inputsUsed: [{ name: `${item} 이름`, value: '41', unit: 'U/L', date: '2025-03-10' }],
    sources: ['A source'],
    kinds: ['checkup'],
    place,
  };
}

export function fused(place: string): Insight {
  return {
    id: 'aldh2_alcohol:alcohol:1',
    model: 'aldh2_alcohol',
    modelVersion: '1.0.0',
    subject: 'alcohol',
    summary: '술을 줄이는 것을 권해요.',
    result: {
      genotype: 'AG',
      lines: ['나란히 보여 드려요.'],
      tracks: [
        { subject: 'GGT', points: [{ date: '2024-03-10', value: 39 }, { date: '2025-03-10', value: 41 }] },
        { subject: 'steps', points: [{ date: '2025-03-10', value: 6400 }] },
      ],
    },
    inputsUsed: [
      { name: 'ALDH2 rs671', value: 'AG' },
      { name: '술에 대한 답', value: '140', unit: 'g/wk', date: '2025-03-10' },
      { name: 'GGT 이름', value: '41', unit: 'U/L', date: '2025-03-10' },
    ],
    limits: ['유전자 하나로는 전체를 말할 수 없어요.'],
    kinds: ['checkup', 'genome', 'lifestyle'],
    place,
  };
}

export function refusal(reason: string): Insight {
  return {
    id: `liver:${reason}`,
    model: 'liver_indices',
    summary: '지금은 말씀드릴 수 없어요.',
    refusal: { reason, wouldHelp: '알부민을 재 보세요.' },
    kinds: ['checkup'],
    place: 'context',
  };
}

export function report(insights: Insight[], more: Partial<Report> = {}): Report {
  return {
    record: { checkups: [], lifestyleDays: [], withheld: [], someResultsHeld: false },
    insights: { notices: [], insights },
    unavailable: [],
    ...more,
  };
}

export const TIMELINE: Timeline = {
  visits: [],
  series: [
    {
      item: 'GGT',
      nameKo: '감마지티피',
      nameEn: 'Gamma-GT',
      unit: 'U/L',
      points: [
        { date: '2024-03-10', value: '39', centre: 'seoul' },
        { date: '2025-03-10', value: '41', centre: 'busan' },
      ],
    },
  ],
};
