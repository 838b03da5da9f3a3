/** The console panel. */
export { ConsolePanel, type ConsoleTexts, type DrawFigure } from './console';
export { withoutFigures } from './figure';
