import { exchangeUpdates, isLync, lacksUpdate, skypeUpdates } from '../../../catalog/server-updates.ts'
import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../../source/document/located-document.ts'
import type { ServerFile, WorkloadFile } from '../../tenant-file.ts'
import type { WellFormedFile } from '../../well-formed-file.ts'
import type { Check } from '../check.ts'

const evoSts = (workload: WorkloadFile): boolean =>
  workload.modernAuthority === 'entra-id' ||
  /evosts/i.test(String(workload['ClientAuthorizationOAuthServerIdentity'] ?? ''))

/** Whether tokens of Microsoft Entra ID are in use on-premises. */
function hybridModern(workload: WorkloadFile | undefined): workload is WorkloadFile {
  if (workload === undefined || !evoSts(workload)) return false
  return workload.modernAuthentication !== false && workload.OAuth2ClientProfileEnabled !== false
}

const label = (product: string, { version, cumulativeUpdate }: ServerFile): string =>
  `${product} ${version}${cumulativeUpdate === undefined ? '' : ` CU${cumulativeUpdate}`}`

function tooOld(server: ServerFile, updates: Readonly<Record<string, number>>): string | undefined {
  const least = lacksUpdate(server, updates)
  return least === undefined ? undefined : `${server.version} CU${least}`
}

function exchangeServers(file: WellFormedFile, workload: WorkloadFile, path: DocumentPath): readonly Diagnostic[] {
  return (workload.servers ?? []).flatMap((server, index): readonly Diagnostic[] => {
    const at = file.document.rangeOf([...path, 'servers', index, 'version'])
    const name = label('Exchange', server)
    if (server.version === '2010') return [{ code: 'CON-4', args: { server: name }, at }]
    const least = tooOld(server, exchangeUpdates)
    return least === undefined ? [] : [{ code: 'CON-3', args: { server: name, least: `Exchange ${least}` }, at }]
  })
}

function exchangeSettings(file: WellFormedFile, workload: WorkloadFile, path: DocumentPath): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const hybrid = workload['hybrid']
  if (workload['SSLOffloading'] === true) {
    found.push({ code: 'CON-5', args: {}, at: file.document.rangeOfKey([...path, 'SSLOffloading']) })
  }
  if (typeof hybrid === 'string' && hybrid !== 'classic-full') {
    found.push({ code: 'CON-6', args: { hybrid }, at: file.document.rangeOf([...path, 'hybrid']) })
  }
  return found
}

function skypeServers(file: WellFormedFile, workload: WorkloadFile, path: DocumentPath): readonly Diagnostic[] {
  return (workload.servers ?? []).flatMap((server, index): readonly Diagnostic[] => {
    const least = tooOld(server, skypeUpdates)
    const at = file.document.rangeOf([...path, 'servers', index, 'version'])
    const args = { server: label('Skype for Business Server', server), least: `Skype for Business Server ${least}` }
    return least === undefined ? [] : [{ code: 'CON-7', args, at }]
  })
}

/** Lync Server anywhere in the environment, whichever server uses the tokens. */
function lyncServers(
  file: WellFormedFile,
  workload: WorkloadFile | undefined,
  path: DocumentPath,
): readonly Diagnostic[] {
  return (workload?.servers ?? []).flatMap((server, index): readonly Diagnostic[] => {
    const at = file.document.rangeOf([...path, 'servers', index, 'version'])
    return isLync(server) ? [{ code: 'CON-42', args: { server: `Lync Server ${server.version}` }, at }] : []
  })
}

function federation(file: WellFormedFile): readonly Diagnostic[] {
  return file.list('identityProviders').flatMap(({ path, value }): readonly Diagnostic[] => {
    const version = Number.parseFloat(value.version ?? '')
    if (value.product !== 'ad-fs' || !(version < 3)) return []
    const args = { provider: value.name, version: value.version ?? '' }
    return [{ code: 'CON-8', args, at: file.document.rangeOf([...path, 'version']) }]
  })
}

/** Outlook on the web takes tokens of Microsoft Entra ID since Exchange 2019 CU14. */
function webServers(file: WellFormedFile, workload: WorkloadFile, path: DocumentPath): readonly Diagnostic[] {
  if (workload['owaModernAuthentication'] !== true) return []
  return (workload.servers ?? []).flatMap((server, index): readonly Diagnostic[] => {
    const { version, cumulativeUpdate } = server
    const old = version === '2013' || version === '2016' || (version === '2019' && (cumulativeUpdate ?? 14) < 14)
    const at = file.document.rangeOf([...path, 'servers', index, 'version'])
    return old ? [{ code: 'CON-43', args: { server: label('Exchange', server) }, at }] : []
  })
}

/** The addresses of the servers are names of the online service's principal. */
function onlinePrincipal(file: WellFormedFile, path: DocumentPath): readonly Diagnostic[] {
  if (file.workloads().has('exchange-online')) return []
  return [{ code: 'CON-41', args: {}, at: file.document.rangeOfKey(path) }]
}

/** Hybrid modern authentication has everything that it needs. */
export const hybridModernAuthenticationPrerequisites: Check = (file) => {
  const exchange = file.workloads().get('exchange-server')
  const skype = file.workloads().get('skype-for-business-server')
  const exchangePath = ['workloads', 'exchange-server']
  const skypePath = ['workloads', 'skype-for-business-server']
  return [
    ...(hybridModern(exchange) ? exchangeServers(file, exchange, exchangePath) : []),
    ...(hybridModern(exchange) ? exchangeSettings(file, exchange, exchangePath) : []),
    ...(hybridModern(exchange) ? webServers(file, exchange, exchangePath) : []),
    ...(hybridModern(exchange) ? onlinePrincipal(file, exchangePath) : []),
    ...(hybridModern(skype) ? skypeServers(file, skype, skypePath) : []),
    ...(hybridModern(exchange) || hybridModern(skype) ? lyncServers(file, skype, skypePath) : []),
    ...(hybridModern(exchange) || hybridModern(skype) ? federation(file) : []),
  ]
}
