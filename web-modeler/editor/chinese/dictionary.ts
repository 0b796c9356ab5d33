/** English texts of the libraries with their Chinese; `{name}` stands for a part of both. */
export type Dictionary = Record<string, string>;
