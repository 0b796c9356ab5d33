/** What the door is called on its pages. */
export const DOOR = '统一入口';
