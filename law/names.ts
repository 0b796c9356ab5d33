/** What the regulation is called. */
export const REGULATION = '《九江市数字化项目建设管理办法（试行）》';

/** What this system is called on its pages. */
export const SYSTEM = '九江市数字化项目审批';
