import { describe, expect, test } from '@jest/globals';
import { meetingHeld } from '../../../../law/application/checks/meeting.ts';
import { operationsElsewhere } from '../../../../law/application/checks/operations-elsewhere.ts';
import { periodInOrder } from '../../../../law/application/checks/period.ts';
import { inReserve } from '../../../../law/application/checks/reserve.ts';
import { findings } from './facts.ts';

describe('meetingHeld (Art. 17)', () => {
  const on = (date: unknown) => ({ decisionMeeting: { body: '党组会议', date, document: '1号' } });

  test('accepts a meeting of today, not one of tomorrow', () => {
    expect(findings(meetingHeld, on('2026-09-01'))).toEqual([]);
    expect(findings(meetingHeld, on('2026-09-02'))).toEqual([
      { path: 'decisionMeeting.date', message: expect.stringContaining('2026-09-02晚于今天') },
    ]);
  });

  test.each([[undefined], ['九月'], ['']])(
    'leaves the date %p to the check of the field',
    (date) => {
      expect(findings(meetingHeld, on(date))).toEqual([]);
    },
  );
});

describe('inReserve (Art. 17)', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ majorDeployment: false, reserveId: 'CBK-1' }, []],
    [{ majorDeployment: false, reserveId: '' }, ['reserveId']],
    [{ majorDeployment: false, reserveId: ' ', majorDeploymentBasis: '文件' }, ['reserveId']],
    [{ majorDeployment: true, majorDeploymentBasis: '市委文件', reserveId: '' }, []],
    [
      { majorDeployment: true, majorDeploymentBasis: '', reserveId: 'CBK-1' },
      ['majorDeploymentBasis'],
    ],
  ])('%p misses %p', (changes, paths) => {
    expect(findings(inReserve, changes).map(({ path }) => path)).toEqual(paths);
  });
});

describe('operationsElsewhere (Art. 35)', () => {
  test('sends operations to their own procedure', () => {
    expect(findings(operationsElsewhere, { kind: 'operations' })).toEqual([
      { path: 'kind', message: expect.stringContaining('运维实施方案') },
    ]);
    expect(findings(operationsElsewhere, { kind: 'service' })).toEqual([]);
  });
});

describe('periodInOrder', () => {
  test('refuses an end before the start', () => {
    const period = (from: string, to: string) => ({ period: { from, to } });
    expect(findings(periodInOrder, period('2027-01-02', '2027-01-01'))).toHaveLength(1);
    expect(findings(periodInOrder, period('2027-01-01', '2027-01-01'))).toEqual([]);
  });
});
