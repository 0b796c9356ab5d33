import type { EngineClient } from '../../../engine/client.ts';

const DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions" targetNamespace="probe">
  <bpmn:process id="probe" name="平台自检" isExecutable="true">
    <bpmn:startEvent id="Start" />
    <bpmn:sequenceFlow id="Flow_In" sourceRef="Start" targetRef="Task_See" />
    <bpmn:userTask id="Task_See" name="看见任务">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition candidateGroups="市数据管理部门" />
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_Out" sourceRef="Task_See" targetRef="End" />
    <bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>`;

/** The smallest process with a task, so that the platform is tested and not the models. */
export async function deployProbe(engine: EngineClient): Promise<void> {
  await engine.deployResources([{ process: Buffer.from(DIAGRAM), name: 'probe.bpmn' }]);
}

/** @returns the key of the instance, once the engine has acknowledged it */
export async function startProbe(
  engine: EngineClient,
  variables: Record<string, unknown> = {},
): Promise<string> {
  const { processInstanceKey } = await engine.createProcessInstance({
    bpmnProcessId: 'probe',
    variables: variables as never,
  });
  return processInstanceKey;
}
