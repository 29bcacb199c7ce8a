/** What a verdict can assume besides facts: nobody states it, and without it the sign-in would end otherwise. */
export const preconditionKinds = [
  'consent',
  'licence',
  'update',
  'endpoint',
  'act',
  'rollout',
  'policy',
  'order',
  'directory',
  'device',
] as const

/** A sort of thing that is assumed. */
export type PreconditionKind = (typeof preconditionKinds)[number]
