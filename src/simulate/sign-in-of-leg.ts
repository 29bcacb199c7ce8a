import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { allFactsOfLeg } from './outcome-of-leg.ts'
import { compiledOf } from './policies.ts'
import { policySignIn } from './policy-sign-in.ts'
import type { UndecidedLeg } from './simulate-session.ts'

/** One conversation as Conditional Access sees it, whether its policies come to be asked or not. */
export const signInOfLeg = ({ path, context }: UndecidedLeg): PolicySignIn =>
  policySignIn(context, allFactsOfLeg(path, context), path, compiledOf(context.tenant))
