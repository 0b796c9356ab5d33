// Messages of bpmnlint's recommended rules and of bpmnlint-plugin-camunda-compat that people meet, with
// what to do about each. $1, $2 are the message's own parts.
const SENTENCES: [english: RegExp, chinese: string][] = [
  [/^Element is missing label\/name$/, '请填写名称。'],
  [/^Element is missing name$/, '请填写名称。'],
  [/^Element name is not unique$/, '名称重复，请改成唯一的名称。'],
  [/^Element is unused$/, '没有被使用，请删除。'],
  [/^Element is missing bpmndi$/, '图上没有画出，请补画或者删除。'],
  [/^Element overlaps with other element$/, '图形与其他图形重叠，请移开。'],
  [/^Element is outside of parent boundary$/, '图形超出了所在子流程的边框，请移入。'],
  [/^Element is not connected$/, '没有与其他环节相连，请连接或者删除。'],
  [/^Element is an implicit end$/, '流程在这里中断，请连接到结束事件。'],
  [/^Element is an implicit start$/, '没有流入的连线，请与前一环节相连。'],
  [/^Element type <(.+)> is discouraged$/, '请不要使用 $1，改用排他网关或并行网关。'],
  [/^Flow splits implicitly$/, '请用网关分支，不要从环节直接引出多条连线。'],
  [/^Gateway forks and joins$/, '网关不能同时汇合和分支，请拆成两个。'],
  [/^Gateway is superfluous\..*$/, '网关只有一进一出，请删除。'],
  [/^Termination is superfluous\.$/, '终止事件没有作用，请改为普通结束事件。'],
  [/^Sequence flow is missing condition$/, '请为分支填写条件，或者设为默认分支。'],
  [/^Sequence flow has superfluous label$/, '这条连线不需要名称，请删去。'],
  [/^SequenceFlow is a duplicate$/, '连线重复，请删除多余的一条。'],
  [/^Duplicate outgoing sequence flows$/, '有重复的流出连线，请删除多余的一条。'],
  [/^Duplicate incoming sequence flows$/, '有重复的流入连线，请删除多余的一条。'],
  [/^Event has multiple event definitions$/, '一个事件只能有一种类型。'],
  [/^Start event is missing event definition$/, '事件子流程的开始事件请设置类型。'],
  [/^Start event must be blank$/, '子流程的开始事件应为空白开始事件。'],
  [/ is missing end event$/, '缺少结束事件，请补上。'],
  [/ is missing start event$/, '缺少开始事件，请补上。'],
  [/ has multiple blank start events$/, '空白开始事件只能有一个。'],
  [/^Property <(.+)> is not a valid FEEL expression$/, '$1 的表达式写法有误，请检查。'],
  [/^Property <(.+)> must have expression value$/, '$1 应为表达式，请以 = 开头。'],
  [/^Property <(.+)> must have value of <(.+)>$/, '$1 的值应为 $2。'],
  [/^FEEL function <(.+)> requires Camunda (.+)$/, '函数 $1 要求 Camunda $2，请改用其他写法。'],
  [/ must have one extension element of type (.+)$/, '缺少扩展设置 $1，请补上。'],
  [/ must have property (.+?) if it has property (.+)$/, '填写了 $2 就必须填写 $1。'],
  [/ must have property (.+)$/, '缺少属性 $1，请填写。'],
  [/ must have extension element of type (.+)$/, '缺少扩展设置 $1，请补上。'],
  [/ only allowed by Camunda (.+) or newer$/, '要求 Camunda $1 以上，请改用其他写法。'],
  [/ only allowed by Camunda (.+)$/, '只能用于 Camunda $1，请改用其他写法。'],
  [/^Element of type <(.+)> not allowed$/, '引擎不支持 $1，请改用其他环节。'],
  [
    / is not allowed to be attached to element of type <(.+)>$/,
    '不能挂在 $1 上，请移走或者换一种事件。',
  ],
  [/ must contain at least one activity$/, '里面至少要有一个环节，请补上。'],
  [/ must have at least 2 outgoing /, '至少要有两条流出的连线，请补上。'],
  [/^Link event is missing link name$/, '请填写链接的名称。'],
  [/^Loop detected: (.+)$/, '流程成了没有等待的死循环：$1，请加入人工或等待环节。'],
  [/ have property <(.+)> with duplicate value of <(.+)>$/, '$1 的值 $2 重复，请删除一个。'],
  [/ have properties with duplicate values \((.+)\)$/, '设置重复：$1，请删除一个。'],
];

/** The Chinese sentence for a message of a foreign rule; a message not met before keeps its English. */
export function inChinese(message: string): string {
  for (const [english, chinese] of SENTENCES) {
    const match = english.exec(message);
    if (match) return chinese.replace(/\$(\d)/g, (_, part) => told(match[Number(part)]));
  }
  return `不符合通用建模规则，请检查：${message}`;
}

/** A part of the message as it is, several of them joined in Chinese. */
function told(part = ''): string {
  return part.replaceAll('> or <', '> 或者 <');
}
