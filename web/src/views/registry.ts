/** registry.ts - the views there are, by name. */
import { objects } from './objects';
import type { View, ViewName } from './view';

export const REGISTRY: Partial<Record<ViewName, View>> = { objects: objects as View };
