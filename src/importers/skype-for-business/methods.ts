import { cover, type Draft, stateField } from '../records/draft.ts'
import { flagOf, hasField, type RecordView, reportUnstated, textOf, wordOf } from '../records/fields.ts'

const workload = ['workloads', 'skype-for-business-server'] as const

const scenarios = [
  'AllowAllExternallyAndInternally',
  'BlockWindowsAuthExternally',
  'BlockWindowsAuthExternallyAndInternally',
  'BlockWindowsAuthExternallyAndModernAuthInternally',
  'BlockWindowsAuthExternalyAndModernAuthInternally',
  'BlockModernAuthInternally',
] as const

/** Reads Get-CsAuthConfig: which methods are offered inside and outside. */
export function readScenario(draft: Draft, view: RecordView): void {
  const scenario = wordOf(view, 'scenario', scenarios)
  stateField(draft, [...workload, 'Scenario'], scenario ?? undefined, view, 'scenario')
  if (typeof scenario === 'string') cover(draft, view, '', 'understood')
  else cover(draft, view, '', 'not-understood', 'the scenario is not in the export')
}

/** Reads Get-CsWebServiceConfiguration: passive authentication, and methods that are turned off. */
export function readWebServices(draft: Draft, view: RecordView): void {
  const passive = flagOf(view, 'usewsfedpassiveauth') ?? undefined
  stateField(draft, [...workload, 'UsePassiveAuthentication'], passive, view, 'usewsfedpassiveauth')
  const windows = textOf(view, 'usewindowsauth')
  if (typeof windows === 'string' && /^none$/i.test(windows)) reportUnstated(view, 'usewindowsauth', windows)
  if (flagOf(view, 'usecertificateauth') === false) reportUnstated(view, 'usecertificateauth', 'False')
  cover(draft, view, `${textOf(view, 'identity') ?? ''}`, 'understood')
}

const proxyFields = [
  'usekerberosforclienttoproxyauth',
  'usentlmforclienttoproxyauth',
  'usecertificateforclienttoproxyauth',
]

/** Reads Get-CsProxyConfiguration: methods of the registrar that are turned off. */
export function readProxy(draft: Draft, view: RecordView): void {
  for (const field of proxyFields)
    if (hasField(view, field) && flagOf(view, field) === false) reportUnstated(view, field, 'False')
  cover(draft, view, `${textOf(view, 'identity') ?? ''}`, 'understood')
}
