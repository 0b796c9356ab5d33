import { isRole, ROLES } from '../../law/roles.ts';
import { daysOf, inWords, short } from './words.ts';

/** What a property is called, and whether a change of it changes days, thresholds, bodies or articles. */
export type Term = {
  label: string;
  legal?: boolean;
  words?: (value: string | undefined) => string;
};

const role = (source: string | undefined) => {
  const value = inWords(source);
  return isRole(value) ? ROLES[value] : value;
};

const perVisit = (source: string | undefined) =>
  inWords(source) === '是' ? '每次重新计算' : '累计计算';

const plain = (value: string | undefined) =>
  value === undefined || value === '' ? '空' : short(value);

const yesOrNo = (value: string | undefined) =>
  ({ true: '是', false: '否' })[value ?? ''] ?? plain(value);

/** Working days, as limits are told. */
export const inDays = (source: string | undefined) => String(daysOf(source) ?? inWords(source));

/** Input parameters the law speaks of; others are told by their name. */
export const INPUTS: Record<string, Term> = {
  limitDays: { label: '时限', legal: true, words: inDays },
  delayLimit: { label: '延误上限', legal: true, words: inDays },
  body: { label: '承办单位', legal: true },
  role: { label: '办理角色', legal: true, words: role },
  article: { label: '依据条文', legal: true },
  grounds: { label: '停止计时的事由', legal: true },
  untimed: { label: '不计时限的理由', legal: true },
  eachVisit: { label: '时限算法', legal: true, words: perVisit },
  template: { label: '通知模板' },
};

/** Inputs that are told as days. */
export const DAYS = ['limitDays', 'delayLimit'];

/** Statements of diagrams by the end of their place. */
export const STATEMENTS: [RegExp, Term][] = [
  [/^name$/, { label: '名称', words: plain }],
  [/(^|\/)documentation\[\d+\]\/text$/, { label: '说明', words: plain }],
  [/zeebe:FormDefinition\]\/formId$/, { label: '表单', words: plain }],
  [/zeebe:CalledElement\]\/processId$/, { label: '调用的流程' }],
  [/zeebe:CalledDecision\]\/decisionId$/, { label: '决策表' }],
  [/zeebe:(CalledDecision|Script)\]\/resultVariable$/, { label: '结果变量', words: plain }],
  [/\/bindingType$/, { label: '绑定方式', words: plain }],
  [/zeebe:TaskDefinition\]\/type$/, { label: '作业类型' }],
  [/zeebe:TaskDefinition\]\/retries$/, { label: '重试次数' }],
  [/zeebe:AssignmentDefinition\]\/assignee$/, { label: '办理人' }],
  [/zeebe:AssignmentDefinition\]\/candidateGroups$/, { label: '候选单位' }],
  [/zeebe:AssignmentDefinition\]\/candidateUsers$/, { label: '候选人' }],
  [/zeebe:TaskSchedule\]\/dueDate$/, { label: '到期日' }],
  [/zeebe:TaskSchedule\]\/followUpDate$/, { label: '跟进日' }],
  [/zeebe:PriorityDefinition\]\/priority$/, { label: '优先级' }],
  [/zeebe:Script\]\/expression$/, { label: '计算公式' }],
  [/zeebe:LoopCharacteristics\]\/inputCollection$/, { label: '并行办理的单位', legal: true }],
  [/zeebe:LoopCharacteristics\]\/inputElement$/, { label: '并行办理的变量', words: plain }],
  [/zeebe:LoopCharacteristics\]\/outputCollection$/, { label: '汇总变量', words: plain }],
  [/zeebe:LoopCharacteristics\]\/outputElement$/, { label: '汇总内容' }],
  [/completionCondition\[0\]\/body$/, { label: '并行办理的结束条件' }],
  [/^isSequential$|\/isSequential$/, { label: '是否依次办理', words: yesOrNo }],
  [/\/(timeCycle|timeDuration|timeDate)\[0\]\/body$/, { label: '定时' }],
  [/^cancelActivity$/, { label: '是否中断环节', words: yesOrNo }],
  [/^isInterrupting$/, { label: '是否中断流程', words: yesOrNo }],
  [/^triggeredByEvent$/, { label: '是否由事件触发', words: yesOrNo }],
  [/^isExecutable$/, { label: '是否可执行', words: yesOrNo }],
  [/^errorCode$/, { label: '错误代码', words: plain }],
  [/^escalationCode$/, { label: '升级代码', words: plain }],
  [/zeebe:Subscription\]\/correlationKey$/, { label: '消息关联值' }],
  [/zeebe:VersionTag\]\/value$/, { label: '版本标签', words: plain }],
  [/^modeler:executionPlatformVersion$/, { label: '适用的引擎版本', words: plain }],
  [/^modeler:executionPlatform$/, { label: '适用的引擎', words: plain }],
  [/^bpmn:text$|^text\[0\]\/|^text$/, { label: '批注', words: plain }],
];

/** What kinds of things of a diagram are called. */
export const TYPES: Record<string, string> = {
  'bpmn:Process': '流程',
  'bpmn:UserTask': '人工环节',
  'bpmn:ServiceTask': '自动环节',
  'bpmn:SendTask': '发送环节',
  'bpmn:ReceiveTask': '接收环节',
  'bpmn:BusinessRuleTask': '决策环节',
  'bpmn:ScriptTask': '计算环节',
  'bpmn:ManualTask': '线下环节',
  'bpmn:Task': '未定类型的环节',
  'bpmn:CallActivity': '调用流程',
  'bpmn:SubProcess': '子流程',
  'bpmn:StartEvent': '开始事件',
  'bpmn:EndEvent': '结束事件',
  'bpmn:BoundaryEvent': '边界事件',
  'bpmn:IntermediateCatchEvent': '等待事件',
  'bpmn:IntermediateThrowEvent': '中间事件',
  'bpmn:ExclusiveGateway': '排他网关',
  'bpmn:ParallelGateway': '并行网关',
  'bpmn:InclusiveGateway': '包容网关',
  'bpmn:EventBasedGateway': '事件网关',
  'bpmn:SequenceFlow': '连线',
  'bpmn:Error': '错误定义',
  'bpmn:Escalation': '升级定义',
  'bpmn:Message': '消息定义',
  'bpmn:Signal': '信号定义',
  'bpmn:TextAnnotation': '批注',
  'bpmn:Association': '批注连线',
  'bpmn:Group': '分组框',
  'bpmn:Collaboration': '协作图',
  'bpmn:Participant': '泳池',
  'bpmn:Lane': '泳道',
  'bpmn:DataObject': '数据对象',
  'bpmn:DataObjectReference': '数据对象',
  'bpmn:DataStoreReference': '数据存储',
  'bpmn:TimerEventDefinition': '定时触发',
  'bpmn:MessageEventDefinition': '消息触发',
  'bpmn:SignalEventDefinition': '信号触发',
  'bpmn:ErrorEventDefinition': '错误触发',
  'bpmn:EscalationEventDefinition': '升级触发',
  'bpmn:TerminateEventDefinition': '终止',
  'bpmn:MultiInstanceLoopCharacteristics': '并行办理',
  'bpmn:Documentation': '说明',
  'bpmn:FormalExpression': '条件',
  'bpmn:Expression': '条件',
  'zeebe:UserTask': '引擎待办任务',
  'zeebe:FormDefinition': '表单',
  'zeebe:AssignmentDefinition': '办理人设置',
  'zeebe:TaskSchedule': '到期日',
  'zeebe:TaskDefinition': '作业',
  'zeebe:CalledElement': '调用的流程',
  'zeebe:CalledDecision': '决策表',
  'zeebe:Script': '计算公式',
  'zeebe:ExecutionListener': '执行监听',
  'zeebe:TaskListener': '任务监听',
  'zeebe:LoopCharacteristics': '并行办理设置',
  'zeebe:Input': '输入参数',
  'zeebe:Output': '输出参数',
  'zeebe:Header': '作业附加信息',
  'zeebe:Property': '扩展属性',
};

export const typeInWords = (type: string): string => TYPES[type] ?? type;
