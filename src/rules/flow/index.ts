import type { Rule } from '../rule.ts'
import { aClientAndAServiceWithoutACommonFlowCannotMeet } from './a-client-and-a-service-without-a-common-flow-cannot-meet.ts'
import { aClosedServiceLeavesTheClientOutside } from './a-closed-service-leaves-the-client-outside.ts'
import { aForcedModernClientAgainstATenantWithoutItIsNotDocumented } from './a-forced-modern-client-against-a-tenant-without-it-is-not-documented.ts'
import { theClientFallsBackWhereItsFirstChoiceIsRefused } from './the-client-falls-back-where-its-first-choice-is-refused.ts'
import { theFirstFlowThatTheServiceOffersIsUsed } from './the-first-flow-that-the-service-offers-is-used.ts'

/** The rules of `flow`, first match first. */
export const flowRules: readonly Rule<'flow'>[] = [
  theFirstFlowThatTheServiceOffersIsUsed,
  theClientFallsBackWhereItsFirstChoiceIsRefused,
  aForcedModernClientAgainstATenantWithoutItIsNotDocumented,
  aClosedServiceLeavesTheClientOutside,
  aClientAndAServiceWithoutACommonFlowCannotMeet,
]
