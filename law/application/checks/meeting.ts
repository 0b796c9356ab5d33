import type { Rule } from './rule.ts';

/** The meeting must have been held; the form knows no today. */
export const meetingHeld: Rule = {
  article: '第十七条第二款',
  check: ({ decisionMeeting }, { today }) => {
    const date = decisionMeeting?.date;
    // A text that is no date is reported as such already.
    if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date <= today) return [];
    const message = `会议日期${date}晚于今天（${today}），请在会议研究同意后申报，或改正日期。`;
    return [{ path: 'decisionMeeting.date', message }];
  },
};
