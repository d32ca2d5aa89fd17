/** The JSON that the gateway sends. Fields that may be absent are optional: what is empty is left out. */

export interface Report {
  record?: PersonRecord;
  insights?: Insights;
  unavailable?: Unavailable[];
}

export interface Unavailable {
  part: string;
  code?: string;
  title?: string;
}

export interface PersonRecord {
  person?: { personId?: string; name?: string; birthDate?: string; sexAtBirth?: string };
  revision?: number;
  checkups?: Checkup[];
  genomes?: Genome[];
  lifestyleDays?: Day[];
  withheld?: { category: string; reason?: string }[];
  someResultsHeld?: boolean;
}

export interface Checkup {
  checkupId?: string;
  centre?: string;
  time?: Time;
  observations?: Value[];
  statements?: Statement[];
  documents?: { kind?: string; title?: string; text?: string }[];
}

/** An instant in UTC with the offset and the precision it was given in. */
export interface Time {
  start: string;
  offsetMinutes?: number;
  precision?: string;
}

export interface Value {
  item?: string;
  nameKo?: string;
  nameEn?: string;
  category?: string;
  value?: string;
  unit?: string;
  comparator?: string;
  absent?: string;
  unmapped?: string;
  rawCode?: string;
  rawName?: string;
  rawValue?: string;
  rawUnit?: string;
  time?: Time;
  implausible?: boolean;
  referenceRange?: string;
}

export interface Statement {
  kind?: string;
  codes?: { system?: string; code?: string; display?: string }[];
  text?: string;
  status?: string;
}

export interface Genome {
  genomeId?: string;
  centre?: string;
  build?: string;
  vendor?: string;
  technology?: string;
  variants?: number;
  noCalls?: number;
  warnings?: string[];
  /** The same file stands under another person; nothing is said from it until somebody looked. */
  inQuestion?: boolean;
}

/** One local day of one signal of one source. */
export interface Day {
  day: string;
  signal: string;
  value: string;
  unit?: string;
  statistic?: string;
  source?: string;
  samples?: number;
}

export interface Insights {
  recordRevision?: number;
  packVersion?: string;
  notices?: Notice[];
  insights?: Insight[];
}

export interface Notice {
  text: string;
  callName: string;
  callNumber: string;
}

export interface Insight {
  id: string;
  model: string;
  modelVersion?: string;
  dataVersion?: string;
  subject?: string;
  summary?: string;
  result?: Facts;
  refusal?: { reason: string; detail?: string; wouldHelp?: string };
  inputsUsed?: Used[];
  inputsMissing?: { name: string; reason: string }[];
  sources?: string[];
  limits?: string[];
  channel?: string;
  kinds?: string[];
  place?: string;
}

export interface Used {
  name: string;
  value?: string;
  unit?: string;
  date?: string;
  note?: string;
}

/** Named values of a model. Nothing is known of them before they are looked at. */
export type Facts = { [name: string]: unknown };

export interface Timeline {
  visits?: { date: string; precision?: string; centre?: string; values?: number }[];
  series?: Series[];
}

export interface Series {
  item: string;
  nameKo?: string;
  nameEn?: string;
  unit?: string;
  points?: Point[];
}

export interface Point {
  date: string;
  value: string;
  centre?: string;
}

export interface Decided {
  consentId: string;
  category: string;
  purpose: string;
  /** institute, a centre, or proxy: and the account of a family member. */
  grantee: string;
  decision: string;
  givenAt: string;
  validTo?: string;
  /** app, paper, kiosk or demonstration. */
  evidence?: string;
  evidenceReference?: string;
  guardian?: string;
  guardianRelation?: string;
  recordedCentre?: string;
}

/** The words with which a purpose is asked for, as the region pack has them. */
export interface ConsentText {
  purpose: string;
  textId: string;
  words: string;
}

export interface Consents {
  decisions: Decided[];
  texts: ConsentText[];
}

export interface Look {
  sequence: number;
  at: string;
  actorRole: string;
  actor?: string;
  action: string;
  purpose?: string;
  categories?: string[];
  decision?: string;
  rule?: string;
}
