import type { Plan } from '../matrix/plan.ts'

/** Up to this many users are compared by class. */
export const mostInClasses = 500

/** Whether one of the plans can have many users: how many are in files is known once they are read. */
export const mayBeLarge = (...plans: readonly Plan[]): boolean =>
  plans.some(({ tenant }) => tenant.population !== undefined || tenant.users.size > mostInClasses)
