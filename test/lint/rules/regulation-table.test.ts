import { diagramCases } from '../cases.ts';

const approver = { agency: '市发改委', soe: '市国资委', county: '县发改委' };
const budget = { article: '第二十五条第四项', 'each-visit': false };

diagramCases(
  'regulation-table',
  {
    valid: [],
    'days-differ': [['Task_Approve', '时限不一致：模型为 15 个工作日，对照表为 20 个工作日']],
    'days-missing': [['Task_Approve', '时限不一致：模型为 没有时限，对照表为 20 个工作日']],
    'article-differs': [
      ['Task_Approve', '条文不一致：模型为 第二十六条，对照表为 第二十五条第四项'],
    ],
    'body-same-for-all-owners': [
      ['Task_Approve', '（业主为国有企业时）：模型为 市财政局，对照表为 市国资委'],
    ],
    'valid-body-by-variable': [],
    'body-by-unknown-variable': [
      ['Task_Approve', '（业主为行政机关时）：模型为 空（=aprover），对照表为 市发改委'],
      ['Task_Approve', '（业主为国有企业时）：模型为 空（=aprover），对照表为 市国资委'],
      ['Task_Approve', '（县级项目）：模型为 空（=aprover），对照表为 县发改委'],
    ],
    'body-variable-forgets-counties': [
      [
        'Task_ApprovalRoute',
        '输出参数 approver 的单位不一致（县级项目）：模型为 市发改委（=approver），对照表为 县发改委',
      ],
      ['Task_Approve', '（县级项目）：模型为 市发改委（=approver），对照表为 县发改委'],
    ],
    'grounds-differ': [['Task_Approve', '模型为 补充资料、领导出差，对照表为 补充资料']],
    'not-anew-each-visit': [['Task_Answer', '模型为累计计算，对照表为每次重新计算']],
    'delay-differs': [['Task_Remind', '延误天数不一致：模型为 60，对照表为 30']],
    'task-renamed': [
      ['Task_ApproveIt', '对照表没有这一环节'],
      ['stage-review', '对照表要求有环节 Task_Approve'],
    ],
    'valid-members': [],
    'member-missing': [['Task_Joint', '模型为 市发改委，对照表为 市发改委、市财政局']],
  },
  {
    bodies: { approver },
    tasks: {
      'stage-review': {
        Task_Approve: {
          ...budget,
          days: 20,
          body: { agency: '市财政局', soe: '市国资委' },
          stops: ['补充资料'],
        },
        Task_Answer: { ...budget, days: 5, 'each-visit': true, body: '项目业主单位' },
      },
      'stage-approval': {
        Task_Approve: {
          days: 5,
          article: '第二十五条第一项',
          'each-visit': false,
          body: approver,
          stops: ['编修文本'],
        },
      },
      'joint-review': {
        Task_Joint: { article: '第二十条', 'each-visit': false, bodies: ['市发改委', '市财政局'] },
      },
    },
  },
);
