import type { Rule } from '../rule.ts'
import { aBlockPolicyInScopeBlocks } from './a-block-policy-in-scope-blocks.ts'
import { aControlThatIsNotUnderstoodLeavesThePolicyOpen } from './a-control-that-is-not-understood-leaves-the-policy-open.ts'
import { aPolicyWithoutGrantControlsOnlyShapesTheSession } from './a-policy-without-grant-controls-only-shapes-the-session.ts'
import { aReportOnlyPolicyIsNeverEnforced } from './a-report-only-policy-is-never-enforced.ts'
import { anApplicablePolicyDemandsItsControls } from './an-applicable-policy-demands-its-controls.ts'
import { legacyClientsCannotSatisfyAGrantControl } from './legacy-clients-cannot-satisfy-a-grant-control.ts'

/** The rules of `grant-controls`, first match first. */
export const grantControlsRules: readonly Rule<'grant-controls'>[] = [
  aBlockPolicyInScopeBlocks,
  legacyClientsCannotSatisfyAGrantControl,
  anApplicablePolicyDemandsItsControls,
  aControlThatIsNotUnderstoodLeavesThePolicyOpen,
  aReportOnlyPolicyIsNeverEnforced,
  aPolicyWithoutGrantControlsOnlyShapesTheSession,
]
