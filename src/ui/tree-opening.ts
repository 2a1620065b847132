import { createContext } from 'react';
import type { Opening } from './json-tree-plan.ts';

/** How far the trees inside are open, where nothing says otherwise; null leaves each to itself. Another object opens them again. */
export const TreeOpeningContext = createContext<Opening | null>(null);
