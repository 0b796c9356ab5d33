/** Fonts with Chinese letters on any system, so that an exported picture looks the same elsewhere. */
export const FONTS =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif';
