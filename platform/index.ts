export { PlatformError } from '../engine/problem.ts';
export { type Platform, type PlatformOptions, startPlatform } from './platform.ts';
export type { Ready } from './ready.ts';
export { type Report, silentReport, terminalReport } from './report.ts';
export { readSettings, type Settings, SettingsError } from './settings/settings.ts';
