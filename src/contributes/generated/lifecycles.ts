// Derived by `npm run derive`: do not edit.
import type { LifecycleRow } from '../lifecycles';

export const LIFECYCLES: readonly LifecycleRow[] = [
  {
    id: 'enterprise',
    title: 'Enterprise',
    summary:
      'Five phases from a business problem to adoption, for an organisation with budgets, owners and audits.',
  },
  {
    id: 'five-stage',
    title: 'Five stages',
    summary: 'From an idea to people who use it, for a side project, a portfolio piece or a first product.',
  },
  {
    id: 'nine-stage',
    title: 'Nine stages',
    summary: 'From the problem to a model that is watched, for anything that decides something.',
  },
  {
    id: 'seven-stage',
    title: 'Seven stages',
    summary: 'For a team with experts of the subject, several models to compare, and a model registry.',
  },
];
