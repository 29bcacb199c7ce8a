import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { answersFor, directoryApplications, inSuites } from '../../tenant/conditional-access/application-suites.ts'
import type { AttributeFilter, Resources } from '../../tenant/conditional-access/model.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { both, decided, either, hit, type Judged, miss, not, withoutFact } from './judged.ts'
import type { PolicyTarget } from './sign-in.ts'

const directory = directoryApplications[0] ?? ''

const nativeScopes = ['email', 'offline_access', 'openid', 'profile', 'user.read', 'people.read']
const confidentialScopes = [
  'user.read.all',
  'user.readbasic.all',
  'people.read.all',
  'groupmember.read.all',
  'member.read.hidden',
]

/** Whether a sign-in asks for nothing but the lowest scopes of the directory. */
export function isLowPrivilege(target: PolicyTarget): boolean {
  if (!('applications' in target) || target.scopes === undefined || target.scopes.length === 0) return false
  if (!target.applications.every((id) => directoryApplications.includes(id.toLowerCase()))) return false
  const low = target.confidentialClient === true ? [...nativeScopes, ...confidentialScopes] : nativeScopes
  return target.scopes.every((scope) => low.includes(scope.toLowerCase().slice(scope.lastIndexOf('/') + 1)))
}

const coveredFrom = vendorTimeline.find(({ fact }) => fact === 'low-privilege-scopes')?.from
const coveredAt = coveredFrom === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${coveredFrom}T00:00:00Z`)

/** Whether policies for all resources with exclusions reach the lowest scopes too, as they do since 2026. */
export function lowPrivilegeCovered(at: Instant): boolean {
  return at >= coveredAt
}

/** What a sign-in is for, ready to be compared. */
export interface JudgedTarget {
  readonly applications: readonly string[]
  readonly userAction?: string
  readonly context?: string
  /** Only the lowest scopes are asked for, at a time when an exclusion freed them. */
  readonly freedByExclusions: boolean
}

const actionUrns = {
  registerSecurityInformation: 'urn:user:registersecurityinfo',
  registerOrJoinDevices: 'urn:user:registerdevice',
} as const

/** Prepares a target; `more` are services whose policies bind as well. */
export function judgedTarget(target: PolicyTarget, at: Instant, more: readonly string[]): JudgedTarget {
  if ('userAction' in target) {
    return { applications: [], userAction: actionUrns[target.userAction], freedByExclusions: false }
  }
  if ('authenticationContext' in target) {
    return { applications: [], context: target.authenticationContext.toLowerCase(), freedByExclusions: false }
  }
  const low = isLowPrivilege(target)
  const asked = low ? [directory] : target.applications.map((id) => id.toLowerCase())
  return { applications: [...asked, ...more], freedByExclusions: low && !lowPrivilegeCovered(at) }
}

function named(application: string, ids: ReadonlySet<string>): boolean {
  if (ids.has(application)) return true
  for (const id of ids) if (answersFor(id, application)) return true
  return false
}

function judgeFilter(filter: AttributeFilter | undefined, mode: AttributeFilter['mode']): Judged {
  return filter?.mode === mode ? withoutFact('customSecurityAttributes') : miss
}

function judgeApplication(resources: Resources, application: string, freed: boolean): Judged {
  const excludes = resources.excludeAll || resources.exclude.size + resources.excludeSuites.length > 0
  if (resources.all && freed && (excludes || resources.filter?.mode === 'exclude')) return miss
  const included =
    resources.all || named(application, resources.include) || inSuites(application, resources.includeSuites)
  const excluded =
    resources.excludeAll || named(application, resources.exclude) || inSuites(application, resources.excludeSuites)
  return both(
    either(decided(included), judgeFilter(resources.filter, 'include')),
    not(either(decided(excluded), judgeFilter(resources.filter, 'exclude'))),
  )
}

/** Whether a policy protects what the sign-in is for. A policy for all resources is none for user actions. */
export function judgeResources(resources: Resources, target: JudgedTarget): Judged {
  if (target.userAction !== undefined) return decided(resources.userActions.has(target.userAction))
  if (target.context !== undefined) return decided(resources.contexts.has(target.context))
  let judged: Judged = miss
  for (const application of target.applications) {
    judged = either(judged, judgeApplication(resources, application, target.freedByExclusions))
    if (judged === hit) return hit
  }
  return judged
}
