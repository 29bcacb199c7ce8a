import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'
import { resourceOf } from '../resource-of.ts'

/** Whether the application is open to everyone, switched off, or open to those who are assigned: missing of each user. */
export function applicationFor(context: LegPathContext): Known<'applicationAssignment'> {
  const resource = resourceOf(context)
  const application = resource === undefined ? undefined : context.tenant.applications.get(resource.toLowerCase())
  if (application === undefined) return 'open'
  if (!application.enabled) return 'switched-off'
  return application.assignmentRequired ? missing : 'open'
}

/** Whether a user is assigned to an application that requires it. */
export function addAssignment(facts: LegFacts, context: LegContext): void {
  const assigned = context.user.assignments?.get(resourceOf(context)?.toLowerCase() ?? '')
  if (assigned !== undefined) facts.applicationAssignment = assigned ? 'open' : 'not-assigned'
}
