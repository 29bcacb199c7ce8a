import { applicationOf } from '../../catalog/applications.ts'
import { startOf } from '../../catalog/vendor-timeline.ts'
import { answersFor, directoryApplications, inSuites } from '../../tenant/conditional-access/application-suites.ts'
import type { AttributeFilter, Resources } from '../../tenant/conditional-access/model.ts'
import { both, decided, either, hit, type Judged, miss, not, notUnderstood, withoutFact } from './judged.ts'
import type { PolicySignIn, PolicyTarget } from './sign-in.ts'

const directory = directoryApplications[0] ?? ''

const graph = applicationOf('microsoft-graph')?.appIds[0] ?? ''

/** The lowest scopes, by who asks and of which directory resource, as the page on resources lists them. */
const anyScopes = ['email', 'offline_access', 'openid', 'profile', 'user.read']
const lowestScopes = {
  public: { directory: anyScopes, graph: [...anyScopes, 'people.read'] },
  confidential: {
    directory: [...anyScopes, 'user.read.all', 'user.readbasic.all'],
    graph: [
      ...anyScopes,
      'user.read.all',
      'user.readbasic.all',
      'people.read',
      'people.read.all',
      'groupmember.read.all',
      'member.read.hidden',
    ],
  },
} as const

/** Whether these are applications of the directory, of which some scopes are the lowest. */
export const haveLowScopes = (applications: readonly string[]): boolean =>
  applications.every((id) => directoryApplications.includes(id.toLowerCase()))

/** Whether a sign-in asks for nothing but the lowest scopes of the directory. */
export function isLowPrivilege(target: PolicyTarget): boolean {
  if (!('applications' in target) || target.scopes === undefined || target.scopes.length === 0) return false
  if (!haveLowScopes(target.applications)) return false
  const { directory: ofDirectory, graph: ofGraph } =
    lowestScopes[target.confidentialClient === true ? 'confidential' : 'public']
  const low: readonly string[] = target.applications.every((id) => id.toLowerCase() === graph) ? ofGraph : ofDirectory
  return target.scopes.every((scope) => low.includes(scope.toLowerCase().slice(scope.lastIndexOf('/') + 1)))
}

const coveredAt = startOf('low-privilege-scopes-covered')

/** Where the vendor's change stands by which policies for all resources with exclusions reach the lowest scopes too. */
export type BaselineScopes = 'freed' | 'covered' | 'open'

/** As the tenant says; of one that says nothing nobody knows once the rollout has begun. */
export function baselineScopesOf({ baselineScopes, at }: Pick<PolicySignIn, 'baselineScopes' | 'at'>): BaselineScopes {
  return baselineScopes ?? (at >= coveredAt ? 'open' : 'freed')
}

/** What a sign-in is for, ready to be compared. */
export interface JudgedTarget {
  readonly applications: readonly string[]
  readonly userAction?: string
  readonly context?: string
  /** Only the lowest scopes are asked for: whether an exclusion frees them. */
  readonly freedByExclusions: 'yes' | 'no' | 'open'
  /** A confidential client is freed by the exclusion of itself and by no other; its app id, or that nobody gives one. */
  readonly freedOnlyBy?: string | 'unknown'
}

const actionUrns = {
  registerSecurityInformation: 'urn:user:registersecurityinfo',
  registerOrJoinDevices: 'urn:user:registerdevice',
} as const

/** Prepares a target; `more` are services whose policies bind as well. */
export function judgedTarget(signIn: PolicySignIn, more: readonly string[]): JudgedTarget {
  const { target } = signIn
  if ('userAction' in target) {
    return { applications: [], userAction: actionUrns[target.userAction], freedByExclusions: 'no' }
  }
  if ('authenticationContext' in target) {
    return { applications: [], context: target.authenticationContext.toLowerCase(), freedByExclusions: 'no' }
  }
  const low = isLowPrivilege(target)
  const asked = low ? [directory] : target.applications.map((id) => id.toLowerCase())
  const scopes = low ? baselineScopesOf(signIn) : 'covered'
  const freedByExclusions = scopes === 'freed' ? 'yes' : scopes === 'open' ? 'open' : 'no'
  const own = target.confidentialClient === true ? { freedOnlyBy: target.clientAppId?.toLowerCase() ?? 'unknown' } : {}
  const stepUp = target.stepUp === undefined ? {} : { context: target.stepUp.toLowerCase() }
  return { applications: [...asked, ...more], freedByExclusions, ...own, ...stepUp }
}

/** An application of the tenant of which no app id is stated: whether a list of app ids names it is open. */
export const unstatedApplication = 'unstated'

function named(application: string, ids: ReadonlySet<string>): boolean {
  if (ids.has(application)) return true
  for (const id of ids) if (answersFor(id, application)) return true
  return false
}

function judgeFilter(filter: AttributeFilter | undefined, mode: AttributeFilter['mode']): Judged {
  return filter?.mode === mode ? withoutFact('customSecurityAttributes') : miss
}

function judgeApplication(resources: Resources, application: string, target: JudgedTarget): Judged {
  if (application === unstatedApplication) return judgeUnstated(resources)
  const { freedByExclusions: freed, freedOnlyBy } = target
  const { unclear } = resources
  const excludes = resources.exclude.size + resources.excludeSuites.length > 0
  const anyFrees = resources.all && (excludes || resources.filter?.mode === 'exclude')
  const itself = freedOnlyBy !== undefined && freedOnlyBy !== 'unknown'
  const frees = anyFrees && (!itself || named(freedOnlyBy, resources.exclude))
  if (frees && freed === 'yes') return freedOnlyBy === 'unknown' ? withoutFact('appId') : miss
  const included =
    resources.all || named(application, resources.include) || inSuites(application, resources.includeSuites)
  const excluded = named(application, resources.exclude) || inSuites(application, resources.excludeSuites)
  const judged = both(
    either(either(decided(included), judgeFilter(resources.filter, 'include')), notUnderstood(unclear.include)),
    not(either(either(decided(excluded), judgeFilter(resources.filter, 'exclude')), notUnderstood(unclear.exclude))),
  )
  return frees && freed === 'open' ? both(judged, withoutFact('lowPrivilegeScopesRollout')) : judged
}

const naming = (ids: ReadonlySet<string>): Judged => (ids.size === 0 ? miss : withoutFact('appId'))

function judgeUnstated(resources: Resources): Judged {
  const { unclear, all, include, exclude } = resources
  const included = all ? hit : either(naming(include), judgeFilter(resources.filter, 'include'))
  const excluded = either(naming(exclude), judgeFilter(resources.filter, 'exclude'))
  return both(either(included, notUnderstood(unclear.include)), not(either(excluded, notUnderstood(unclear.exclude))))
}

function judgeTarget(resources: Resources, target: JudgedTarget): Judged {
  const { userActions, contexts, unclear } = resources
  if (target.userAction !== undefined)
    return either(decided(userActions.has(target.userAction)), notUnderstood(unclear.userActions))
  let judged: Judged =
    target.context === undefined ? miss : either(decided(contexts.has(target.context)), notUnderstood(unclear.contexts))
  for (const application of target.applications) {
    judged = either(judged, judgeApplication(resources, application, target))
    if (judged === hit) return hit
  }
  return judged
}

/** Whether a policy protects what the sign-in is for. A policy for all resources is none for user actions. */
export function judgeResources(resources: Resources, target: JudgedTarget): Judged {
  const { anything } = resources.unclear
  return anything.length === 0 ? judgeTarget(resources, target) : notUnderstood(anything)
}
