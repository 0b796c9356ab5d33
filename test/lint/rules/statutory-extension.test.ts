import { diagramCases } from '../cases.ts';

const clock = '应当只有一个 clock_Task_Prepare，把 grantedDays 加到它的 extension 上';

diagramCases(
  'statutory-extension',
  {
    'valid-timed': [],
    'valid-untimed': [],
    'valid-reviewer': [],
    'no-way': [['Task_Prepare', '应当可以申请延期：结论为 extend 时，请通向调用 stage-extension']],
    'calls-another-process': [['Task_Prepare', '请通向调用 stage-extension 的环节']],
    'untimed-step-asks': [['Call_ExtendPrepare', '只有申报方有时限的环节可以申请延期']],
    'reviewer-asks': [['Call_ExtendPrepare', '只有申报方有时限的环节可以申请延期']],
    'brings-back-everything': [['Call_ExtendPrepare', 'propagateAllChildVariables 设为 false']],
    'request-of-another-step': [
      [
        'Call_ExtendPrepare',
        'extensionRequest 应为 =result_Task_Prepare，现为“=result_Task_Answer”',
      ],
    ],
    'step-named-otherwise': [
      ['Call_ExtendPrepare', 'extensionStep 应为 ="编制预算"，现为“="编制可研"”'],
    ],
    'body-differs': [
      ['Call_ExtendPrepare', '（业主为行政机关时）：模型为 市发改委，对照表为 市财政局'],
      ['Call_ExtendPrepare', '（业主为国有企业时）：模型为 市发改委，对照表为 市财政局'],
      ['Call_ExtendPrepare', '（县级项目）：模型为 市发改委，对照表为 市财政局'],
    ],
    'days-replaced': [['Call_ExtendPrepare', clock]],
    'limit-changed': [['Call_ExtendPrepare', clock]],
    'hands-out-more': [['Call_ExtendPrepare', clock]],
    'does-not-come-back': [['Call_ExtendPrepare', '应当回到 Task_Prepare 继续办理']],
  },
  {
    tasks: {
      'stage-review': {
        Task_Prepare: {
          days: 15,
          'each-visit': false,
          article: '第二十五条第四项',
          'extended-by': '市财政局',
        },
      },
    },
  },
);
