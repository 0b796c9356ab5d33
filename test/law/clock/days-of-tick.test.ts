import { expect, test } from '@jest/globals';
import { daysOfTick } from '../../../law/clock/days-of-tick.ts';

const at = (time: string) => daysOfTick(new Date(`2031-09-26T${time}+08:00`));

test.each(['09:00:00', '09:00:03', '09:30:00'])('a tick at %s is that of its day', (time) => {
  expect(at(time)).toEqual(['2031-09-26']);
});

test.each(['00:00:00', '03:17:00', '08:59:59'])(
  'a tick at %s is that of its day too: what it queues waits for nine',
  (time) => {
    expect(at(time)).toEqual(['2031-09-26']);
  },
);

test.each(['09:31:00', '15:00:00', '23:59:59'])(
  'a tick at %s sees to the next day as well, whose own tick comes too late',
  (time) => {
    expect(at(time)).toEqual(['2031-09-26', '2031-09-27']);
  },
);
