import type { ConditionName } from '../vocabulary/policies.ts'
import type { Row } from './row.ts'

/** A condition of a policy: where Graph keeps it, what the What If answer calls it, which signal decides it. */
export interface ConditionRow extends Row {
  readonly id: ConditionName
  readonly name: string
  /** Path below `conditions` in Graph's policy. */
  readonly field: string
  /** The word of `analysisReasons` for it. */
  readonly reason?: string
  /** The signals of a sign-in that decide it; none if the tenant file does. */
  readonly signals: readonly string[]
  /** What a policy without it means. */
  readonly absentMeans: string
}

/** The conditions in the order in which they are evaluated. */
export const conditions: readonly ConditionRow[] = [
  {
    id: 'application',
    name: 'target resources',
    field: 'applications.includeApplications',
    reason: 'application',
    signals: [],
    absentMeans: 'required',
    citation: { source: 'graph-applications', section: 'Properties' },
  },
  {
    id: 'userActions',
    name: 'user actions',
    field: 'applications.includeUserActions',
    reason: 'userActions',
    signals: [],
    absentMeans: 'not configured',
    citation: { source: 'graph-applications', section: 'includeUserActions' },
  },
  {
    id: 'authenticationContext',
    name: 'authentication context',
    field: 'applications.includeAuthenticationContextClassReferences',
    reason: 'authenticationContext',
    signals: [],
    absentMeans: 'not configured',
    citation: { source: 'graph-applications', section: 'Properties' },
  },
  {
    id: 'users',
    name: 'users',
    field: 'users',
    reason: 'users',
    signals: [],
    absentMeans: 'required unless workload identities are named',
    citation: { source: 'graph-users', section: 'Properties' },
  },
  {
    id: 'workloadIdentities',
    name: 'workload identities',
    field: 'clientApplications',
    reason: 'workloadIdentities',
    signals: [],
    absentMeans: 'not configured',
    citation: { source: 'ca-users-groups', section: 'Workload identities' },
  },
  {
    id: 'devicePlatform',
    name: 'device platforms',
    field: 'platforms',
    reason: 'devicePlatform',
    signals: ['devicePlatform'],
    absentMeans: 'any platform',
    citation: { source: 'ca-conditions', section: 'Device platforms' },
  },
  {
    id: 'location',
    name: 'locations',
    field: 'locations',
    reason: 'location',
    signals: ['ipAddress', 'country'],
    absentMeans: 'any location',
    citation: { source: 'ca-network', section: 'Location condition in policy' },
  },
  {
    id: 'clientApps',
    name: 'client apps',
    field: 'clientAppTypes',
    reason: 'clientApps',
    signals: ['clientAppType'],
    absentMeans: 'all client apps, for policies created since August 2020',
    citation: { source: 'graph-condition-set', section: 'clientAppTypes' },
  },
  {
    id: 'signInRisk',
    name: 'sign-in risk',
    field: 'signInRiskLevels',
    reason: 'signInRisk',
    signals: ['signInRiskLevel'],
    absentMeans: 'not configured',
    citation: { source: 'graph-condition-set', section: 'signInRiskLevels' },
  },
  {
    id: 'userRisk',
    name: 'user risk',
    field: 'userRiskLevels',
    reason: 'userRisk',
    signals: ['userRiskLevel'],
    absentMeans: 'not configured',
    citation: { source: 'graph-condition-set', section: 'userRiskLevels' },
  },
  {
    id: 'servicePrincipalRisk',
    name: 'service principal risk',
    field: 'servicePrincipalRiskLevels',
    signals: ['servicePrincipalRiskLevel'],
    absentMeans: 'not configured',
    citation: { source: 'graph-condition-set', section: 'servicePrincipalRiskLevels' },
  },
  {
    id: 'insiderRisk',
    name: 'insider risk',
    field: 'insiderRiskLevels',
    reason: 'insiderRisk',
    signals: ['insiderRiskLevel'],
    absentMeans: 'not configured',
    citation: { source: 'graph-sign-in-conditions', section: 'insiderRiskLevel' },
  },
  {
    id: 'authenticationFlow',
    name: 'authentication flows',
    field: 'authenticationFlows.transferMethods',
    reason: 'authenticationFlow',
    signals: ['authenticationFlow'],
    absentMeans: 'not configured',
    citation: { source: 'graph-sign-in-conditions', section: 'authenticationFlow' },
  },
  {
    id: 'devices',
    name: 'filter for devices',
    field: 'devices.deviceFilter',
    reason: 'devices',
    signals: ['deviceInfo'],
    absentMeans: 'any device',
    citation: { source: 'graph-what-if-result', section: 'analysisReasons' },
  },
  {
    id: 'time',
    name: 'time',
    field: 'times',
    reason: 'time',
    signals: [],
    absentMeans: 'any time',
    citation: { source: 'graph-what-if-result', section: 'analysisReasons' },
  },
  {
    id: 'notUnderstood',
    name: 'a condition that authplan does not know',
    field: '',
    reason: 'notEnoughInformation',
    signals: [],
    absentMeans: 'not configured',
    citation: { source: 'ca-what-if', section: 'How it works' },
  },
]
