import type { Policy } from './model.ts'

/** Whether Microsoft made a policy: the vendor names its policies so. */
export const isManagedPolicy = ({ displayName }: Pick<Policy, 'displayName'>): boolean =>
  /^microsoft-managed:/i.test(displayName)
