/** What a verdict can take for granted besides facts: nobody states it, and without it the sign-in would end otherwise. */
export const preconditionKinds = ['consent', 'licence', 'update', 'endpoint', 'act', 'rollout'] as const

/** A sort of thing that is taken for granted. */
export type PreconditionKind = (typeof preconditionKinds)[number]
