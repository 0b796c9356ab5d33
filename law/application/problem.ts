/** One thing to put right. `message` is Chinese and says what to do; `article` names where the regulation asks for it. */
export type Problem = { path: string; article: string; message: string };
