import type { RecordField } from '../reduction/record-field.ts'

/** The paths of each field in Graph's JSON; the first non-empty one counts. */
const graphPaths: Readonly<Record<RecordField, readonly string[]>> = {
  id: ['id'],
  time: ['createdDateTime'],
  userId: ['userId'],
  userName: ['userPrincipalName'],
  userType: ['userType'],
  programId: ['servicePrincipalId'],
  applicationId: ['appId'],
  application: ['appDisplayName'],
  resourceId: ['resourceId'],
  resource: ['resourceDisplayName'],
  client: ['clientAppUsed'],
  protocol: ['authenticationProtocol'],
  transfer: ['originalTransferMethod'],
  operatingSystem: ['deviceDetail.operatingSystem'],
  userAgent: ['userAgent'],
  address: ['ipAddress'],
  country: ['location.countryOrRegion'],
  deviceId: ['deviceDetail.deviceId'],
  compliant: ['deviceDetail.isCompliant'],
  trustType: ['deviceDetail.trustType'],
  signInRisk: ['riskLevelDuringSignIn'],
  userRisk: ['riskLevelAggregated'],
  requirement: ['authenticationRequirement'],
  errorCode: ['status.errorCode'],
  mfaDetail: ['status.additionalDetails', 'authenticationDetails'],
  policies: ['appliedConditionalAccessPolicies'],
  issuer: ['tokenIssuerType'],
  server: [],
  authentication: [],
}

/** The columns of Log Analytics; their nested fields are JSON with Graph's names. */
const logAnalyticsPaths: Readonly<Record<RecordField, readonly string[]>> = {
  id: ['Id'],
  time: ['CreatedDateTime', 'TimeGenerated'],
  userId: ['UserId'],
  userName: ['UserPrincipalName'],
  userType: ['UserType'],
  programId: ['ServicePrincipalId'],
  applicationId: ['AppId'],
  application: ['AppDisplayName'],
  resourceId: ['ResourceIdentity'],
  resource: ['ResourceDisplayName'],
  client: ['ClientAppUsed'],
  protocol: ['AuthenticationProtocol'],
  transfer: ['OriginalTransferMethod'],
  operatingSystem: ['DeviceDetail.operatingSystem'],
  userAgent: ['UserAgent'],
  address: ['IPAddress'],
  country: ['LocationDetails.countryOrRegion', 'Location'],
  deviceId: ['DeviceDetail.deviceId'],
  compliant: ['DeviceDetail.isCompliant'],
  trustType: ['DeviceDetail.trustType'],
  signInRisk: ['RiskLevelDuringSignIn'],
  userRisk: ['RiskLevelAggregated'],
  requirement: ['AuthenticationRequirement'],
  errorCode: ['ResultType'],
  mfaDetail: ['Status.additionalDetails', 'AuthenticationDetails'],
  policies: ['ConditionalAccessPolicies'],
  issuer: ['TokenIssuerType'],
  server: [],
  authentication: [],
}

const capitalized = (path: string): string =>
  path
    .split('.')
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    .join('.')

/** The paths of a field, in the naming of the file. */
export function jsonPaths(names: 'graph' | 'powershell' | 'log-analytics', field: RecordField): readonly string[] {
  if (names === 'log-analytics') return logAnalyticsPaths[field]
  return names === 'graph' ? graphPaths[field] : graphPaths[field].map(capitalized)
}
