/** What the modeler is called on its pages. */
export const MODELER = '流程模型管理';
