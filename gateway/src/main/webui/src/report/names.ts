import type { Insight, Report, Series, Timeline, Value } from '../api/types';
import type { Language, Texts } from '../text/text';

interface Named {
  nameKo?: string;
  nameEn?: string;
}

/** Names of items in the language of the page: the server's own words first, else those of the catalogue. */
export function itemNames(report: Report, timeline: Timeline | null, language: Language): Map<string, string> {
  const names = new Map<string, string>();
  const add = (code: string | undefined, named: Named) => {
    const name = language === 'ko' ? named.nameKo || named.nameEn : named.nameEn || named.nameKo;
    if (code && name && !names.has(code)) {
      names.set(code, name);
    }
  };
  for (const insight of report.insights?.insights ?? []) {
    const said = insight.model === 'setpoint' ? insight.inputsUsed?.[0]?.name : undefined;
    if (insight.subject && said) {
      names.set(insight.subject, said);
    }
  }
  timeline?.series?.forEach((series) => add(series.item, series));
  for (const checkup of report.record?.checkups ?? []) {
    checkup.observations?.forEach((value) => add(value.item, value));
  }
  return names;
}

export function seriesOf(timeline: Timeline | null, item: string): Series | undefined {
  return timeline?.series?.find((series) => series.item === item);
}

/** The comparison with the person's usual that an item has, or the refusal of it. */
export function setPointOf(report: Report, item: string): Insight | undefined {
  return report.insights?.insights?.find((insight) => insight.model === 'setpoint' && insight.subject === item);
}

/** What a signal or an item is called where an insight names it by its code. */
export function subjectName(subject: string, names: Map<string, string>, texts: Texts): string {
  return names.get(subject) ?? texts.find(`signal.${subject}`) ?? subject;
}

export function centreName(centre: string | undefined, texts: Texts): string {
  return centre ? (texts.find(`centre.${centre}`) ?? centre) : '';
}

/** The name of one value: the catalogue's, else the sender's. */
export function valueName(value: Value, names: Map<string, string>): string {
  return (value.item && names.get(value.item)) || value.rawName || value.rawCode || value.item || '';
}
