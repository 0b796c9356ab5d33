import { expect, test } from '@jest/globals';
import { keepPolls } from '../../../engine/jobs/polls.ts';

test('ages are counted from the last success of each type, before one from the start', () => {
  let time = 1000;
  const polls = keepPolls(['notify', 'remind'], () => time);
  time = 1500.4;
  polls.succeeded('notify');
  time = 4000;
  expect(polls.ages()).toEqual({ notify: 2500, remind: 3000 });
});
