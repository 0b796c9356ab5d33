import type {
  ClockRow,
  CloseReason,
  DecisionRow,
  NewMessage,
  NewProceeding,
  Scope,
} from '../../records/index.ts';

/** An application that begins; name only what the test is about. */
export function aProceeding(
  rootInstance: string,
  some: Partial<NewProceeding> = {},
): NewProceeding {
  const openedAt = new Date('2026-02-02T01:00:00Z');
  return { rootInstance, processId: 'project-application', kind: 'application', openedAt, ...some };
}

/** Where a job of technical review stands that was handed no proceeding; name only what the test is about. */
export function aScope(projectId: string, some: Partial<Scope> = {}): Scope {
  return { projectId, processInstanceKey: '2251799813685249', ...some };
}

/** A clock of five days at 市数据管理部门; name only what the test is about. */
export function aClock(some: Partial<ClockRow> = {}): ClockRow {
  return {
    elementInstanceKey: '2251799813685301',
    projectId: 'JJSZ-2026-0001',
    proceeding: null,
    projectName: '智慧校园',
    processInstanceKey: '2251799813685249',
    processId: 'stage-technical-review',
    elementId: 'Task_TechnicalReview',
    label: '技术评审',
    body: '市数据管理部门',
    assignee: 'shuju.zhang',
    role: 'reviewer',
    article: '第二十五条',
    limitDays: 15,
    usedBefore: 0,
    extendedBy: 0,
    startedOn: '2026-03-02',
    deadline: '2026-03-23',
    provisional: false,
    openedAt: new Date('2026-03-02T01:00:00Z'),
    closedOn: null,
    used: null,
    facts: { applicantUnit: '市教育局', ownerUnit: '市教育局', level: 'city' },
    answer: { assignee: 'shuju.zhang', clock: { remindFrom: '2026-03-16' } },
    ...some,
  };
}

/** An approval by 市数据管理部门; name only what the test is about. */
export function aDecision(some: Partial<DecisionRow> = {}): DecisionRow {
  return {
    elementInstanceKey: '2251799813685301',
    projectId: 'JJSZ-2026-0001',
    proceeding: null,
    processInstanceKey: '2251799813685249',
    processId: 'stage-technical-review',
    elementId: 'Task_TechnicalReview',
    label: '技术评审',
    body: '市数据管理部门',
    signer: 'shuju.zhang',
    signerName: null,
    signerPosition: null,
    signerBody: null,
    onBehalfOf: null,
    onBehalfOfName: null,
    onBehalfOfPosition: null,
    onBehalfOfBody: null,
    outcome: 'approve',
    opinion: '同意',
    ground: null,
    article: '第二十五条',
    signedAt: new Date('2026-03-10T02:30:00Z'),
    entered: { outcome: 'approve', opinion: '同意' },
    ...some,
  };
}

/** How a clock is closed that ran for six days; name only what the test is about. */
export function aClosing(some: { closedOn?: string; used?: number; reason?: CloseReason } = {}) {
  return { closedOn: '2026-03-10', used: 6, reason: 'completed' as const, ...some };
}

/** A mail to 市教育局; name only what the test is about. */
export function aMessage(some: Partial<NewMessage> = {}): NewMessage {
  return {
    id: '2251799813685400:start-notice',
    projectId: 'JJSZ-2026-0001',
    purpose: 'start-notice',
    to: ['jiaoyu@jiujiang.example'],
    cc: [],
    subject: '启动通知',
    text: '项目已启动。',
    ...some,
  };
}
