import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/api/types';
import { Decisions } from '../src/part/Decisions';
import { itemNames } from '../src/report/names';
import { PersonContext } from '../src/report/person';
import { Home } from '../src/screen/Home';
import { Item } from '../src/screen/Item';
import { Record, valueText } from '../src/screen/Record';
import { textsOf, TextsContext } from '../src/text/text';
import { fused, refusal, report, setpoint, TIMELINE } from './samples';

function html(screen: ComponentChild, data: Report): string {
  const person = {
    report: data,
    timeline: TIMELINE,
    names: itemNames(data, TIMELINE, 'ko'),
    reload: () => Promise.resolve(null),
    signedOut: () => undefined,
  };
  return renderToString(
    <TextsContext.Provider value={textsOf('ko')}>
      <PersonContext.Provider value={person}>{screen}</PersonContext.Provider>
    </TextsContext.Provider>,
  );
}

describe('home', () => {
  it('with a notice begins with the call and shows no value before the fold', () => {
    const data = report([setpoint('GGT', 'changed')]);
    data.insights!.notices = [{ text: '지금 전화해 주세요.', callName: '119 의료상담', callNumber: '1-19' }];
    const page = html(<Home />, data);
    const head = page.slice(0, page.indexOf('<details'));
    expect(head.match(/<(a|button)[^>]*>/)?.[0]).toContain('href="tel:119"');
    expect(head.replace(/119|1-19|h1/g, '')).not.toMatch(/\d/);
    expect(head).not.toContain('<svg');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it('shows the three kinds of the fused insight, each with what it brought', () => {
    const page = html(<Home />, report([fused('context'), setpoint('GGT', 'stable')]));
    for (const words of ['유전자', '검진과 답', '일상', 'ALDH2 rs671', '140\u00a0g/\u2060주', 'GGT 이름', '하루 걸음', '나란히 보여 드려요.']) {
      expect(page, words).toContain(words);
    }
  });

  it('says why and what would help where nothing can be said', () => {
    const page = html(<Home />, report([refusal('INPUT_MISSING')]));
    expect(page).toContain('필요한 값이 없어요');
    expect(page).toContain('알부민을 재 보세요.');
  });

  it('names a part that is away and data that consent keeps out', () => {
    const data = report([]);
    delete data.insights;
    data.unavailable = [{ part: 'insights' }];
    data.record!.withheld = [{ category: 'genetic_raw' }];
    const page = html(<Home />, data);
    expect(page).toContain('설명을 지금 불러오지 못했어요');
    expect(page).toContain('유전자 원자료');
    expect(page).not.toContain('달라진 것');
  });

  it('has the same line on results still being checked for everybody', () => {
    const line = /<p class="held">[^<]*<\/p>/;
    const held = report([]);
    held.record!.someResultsHeld = true;
    expect(html(<Home />, held).match(line)?.[0]).toBe(html(<Home />, report([])).match(line)?.[0]);
  });

  it('on a first visit says nothing of change', () => {
    const page = html(<Home />, report([setpoint('GGT', 'stable', 1)]));
    expect(page).toContain('다음 검진부터 평소와 비교해 드려요.');
    expect(page).not.toContain('달라진');
  });

  it('shows what a server sends as text and not as markup', () => {
    const hostile = setpoint('GGT', 'changed');
    hostile.summary = '<img src=x onerror=alert(1)>';
    expect(html(<Home />, report([hostile]))).not.toContain('<img');
  });

  it('survives an insight of a model it has never heard of', () => {
    const page = html(<Home />, report([{ id: 'x', model: 'new_model', summary: '새 문장이에요.', result: { odd: [1, null] }, place: 'context' }]));
    expect(page).toContain('새 문장이에요.');
  });
});

describe('the decisions of a person', () => {
  it('say for whom, and where each came from', () => {
    const page = html(
      <Decisions
        history={[
          {
            consentId: '1',
            category: 'checkup',
            purpose: 'own_access',
            grantee: 'proxy:mother-7',
            decision: 'grant',
            givenAt: '2026-01-01T00:00:00Z',
            evidence: 'paper',
            evidenceReference: 'A-7',
            recordedCentre: 'seoul',
            guardian: 'mother-7',
            guardianRelation: 'mother',
          },
        ]}
      />,
      report([]),
    );
    for (const words of ['계정 mother-7', '보호자(어머니)가', '서울', 'A-7']) {
      expect(page, words).toContain(words);
    }
  });
});

describe('an item', () => {
  const page = html(<Item item="GGT" />, report([setpoint('GGT', 'changed')]));

  it('has a table that equals the chart', () => {
    const rows = [...page.matchAll(/<tr><th scope="row">([^<]*)<\/th><td[^>]*>([^<]*)</g)].map((row) => `${row[1]}, ${row[2]}`);
    const points = [...page.matchAll(/class="point"[^>]*aria-label="([^"]*)"/g)].map((point) => point[1] ?? '');
    expect(points).toHaveLength(2);
    points.forEach((point, index) => expect(point.startsWith(rows[index] ?? '?')).toBe(true));
  });

  it('is one tab stop, and each picture has its sentence', () => {
    expect(page.match(/class="point"[^>]*tabindex="0"/gi) ?? []).toHaveLength(1);
    expect(page.match(/<svg role="img" aria-labelledby/g)).toHaveLength(page.match(/<figcaption/g)?.length ?? -1);
  });

  it('without any number says so', () => {
    expect(html(<Item item="NONE" />, report([]))).toContain('숫자 기록이 아직 없어요');
  });
});

describe('a value in words', () => {
  const texts = textsOf('ko');
  it('tells missing, not done, unknown, not understood and zero apart', () => {
    expect(valueText({}, texts)).toBe('값이 없어요');
    expect(valueText({ absent: 'not_done' }, texts)).toBe('검사하지 않았어요');
    expect(valueText({ absent: 'unknown' }, texts)).toBe('아직 몰라요');
    expect(valueText({ unmapped: 'code_unknown' }, texts)).toBe('아직 해석하지 못했어요');
    expect(valueText({ value: '0', unit: 'mg/dL' }, texts)).toContain('0');
    expect(valueText({ value: '0.3', comparator: '<', unit: '%' }, texts)).toBe('< 0.3\u00a0%');
    expect(valueText({ unmapped: 'unit_unknown', rawValue: '1.8', rawUnit: 'idx' }, texts)).toBe('1.8 idx');
  });
});

describe('record', () => {
  it('offers the whole record as a table and as FHIR', () => {
    const page = html(<Record />, report([]));
    expect(page).toContain('내 기록 내려받기');
    expect(page).toContain('표로 받기 (CSV)');
    expect(page).toContain('의료 표준으로 받기 (FHIR)');
  });
});
