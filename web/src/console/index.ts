/** The console panel. */
export { ConsolePanel, type ConsoleTexts } from './console';
