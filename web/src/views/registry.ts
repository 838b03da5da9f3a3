/** registry.ts - the views there are, by name. */
import { classes } from './classes';
import { collector } from './collector';
import { frames } from './frames';
import { memory } from './memory';
import { objects } from './objects';
import type { View, ViewName } from './view';

export const REGISTRY = { objects, memory, collector, frames, classes } as Record<ViewName, View>;
