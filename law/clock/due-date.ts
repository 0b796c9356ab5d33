import { type IsoDate, shanghaiTime } from '../calendar/index.ts';

/** The end of the deadline's day as an ISO instant of Asia/Shanghai: what a task's card shows as due. */
export function dueDateOf(deadline: IsoDate): string {
  return shanghaiTime(deadline, '23:59:59');
}
