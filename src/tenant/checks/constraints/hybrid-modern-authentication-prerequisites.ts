import {
  type TokenServerName,
  type UnmetPrerequisite,
  unmetForEntraId,
  unmetInEnvironment,
  webTakesNoTokens,
} from '../../../catalog/token-prerequisites.ts'
import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { authorityOf, modernAuthenticationOf } from '../../normalize-workloads.ts'
import type { WorkloadFile } from '../../tenant-file.ts'
import type { WellFormedFile } from '../../well-formed-file.ts'
import type { Check } from '../check.ts'
import { serverLabel } from './server-label.ts'

/** Where the file states a server product, and what. */
interface Declared {
  readonly name: TokenServerName
  readonly workload: WorkloadFile
}

function declared(file: WellFormedFile, name: TokenServerName): readonly Declared[] {
  const workload = file.workloads().get(name)
  return workload === undefined ? [] : [{ name, workload }]
}

/** Whether tokens of Microsoft Entra ID are in use on-premises. */
const takesTokensOfEntraId = ({ name, workload }: Declared): boolean =>
  authorityOf(workload) === 'entra-id' && modernAuthenticationOf(name, workload) !== 'off'

/** The finding on a prerequisite of a product's own that is not met. */
function findingOn(
  unmet: UnmetPrerequisite,
  file: WellFormedFile,
  { name, workload }: Declared,
): Diagnostic | undefined {
  const path = ['workloads', name]
  if (unmet.kind === 'ssl-offloading') {
    return { code: 'CON-5', args: {}, at: file.document.rangeOfKey([...path, 'SSLOffloading']) }
  }
  if (unmet.kind === 'hybrid-kind') {
    return { code: 'CON-6', args: { hybrid: unmet.hybrid }, at: file.document.rangeOf([...path, 'hybrid']) }
  }
  const server = workload.servers?.[unmet.index]
  if (server === undefined) return undefined
  const at = file.document.rangeOf([...path, 'servers', unmet.index, 'version'])
  switch (unmet.kind) {
    case 'exchange-2010':
      return { code: 'CON-4', args: { server: serverLabel('Exchange', server) }, at }
    case 'exchange-too-old':
      return { code: 'CON-3', args: { server: serverLabel('Exchange', server), least: `Exchange ${unmet.least}` }, at }
    case 'skype-too-old': {
      const product = 'Skype for Business Server'
      return { code: 'CON-7', args: { server: serverLabel(product, server), least: `${product} ${unmet.least}` }, at }
    }
    case 'lync':
      return { code: 'CON-42', args: { server: `Lync Server ${server.version}` }, at }
    default:
      return undefined
  }
}

function ofProduct(file: WellFormedFile, declaration: Declared): readonly Diagnostic[] {
  const { name, workload } = declaration
  const { hybrid, SSLOffloading } = workload as Readonly<Record<string, unknown>>
  const unmet = unmetForEntraId(name, { servers: workload.servers ?? [], hybrid, SSLOffloading })
  return unmet.flatMap((one) => findingOn(one, file, declaration) ?? [])
}

/** Lync Server and old federation servers matter to all servers, whichever uses the tokens. */
function ofEnvironment(file: WellFormedFile): readonly Diagnostic[] {
  const providers = file.list('identityProviders')
  const skype = declared(file, 'skype-for-business-server')
  const skypeServers = skype.flatMap(({ workload }) => workload.servers ?? [])
  const unmet = unmetInEnvironment(
    skypeServers,
    providers.map(({ value }) => value),
  )
  return unmet.flatMap((one): readonly Diagnostic[] => {
    if (one.kind !== 'ad-fs-too-old') return skype.flatMap((declaration) => findingOn(one, file, declaration) ?? [])
    const provider = providers[one.index]
    if (provider === undefined) return []
    const { name, version = '' } = provider.value
    return [
      { code: 'CON-8', args: { provider: name, version }, at: file.document.rangeOf([...provider.path, 'version']) },
    ]
  })
}

/** Outlook on the web accepts tokens from Microsoft Entra ID since Exchange 2019 CU14. */
function webServers(file: WellFormedFile, { name, workload }: Declared): readonly Diagnostic[] {
  if (workload['owaModernAuthentication'] !== true) return []
  return (workload.servers ?? []).flatMap((server, index): readonly Diagnostic[] => {
    const old = webTakesNoTokens(server)
    const at = file.document.rangeOf(['workloads', name, 'servers', index, 'version'])
    return old ? [{ code: 'CON-43', args: { server: serverLabel('Exchange', server) }, at }] : []
  })
}

/** The addresses of the servers are names of the online service's principal. */
function onlinePrincipal(file: WellFormedFile, { name }: Declared): readonly Diagnostic[] {
  if (file.workloads().has('exchange-online')) return []
  return [{ code: 'CON-41', args: {}, at: file.document.rangeOfKey(['workloads', name]) }]
}

/** Hybrid modern authentication has everything that it needs. */
export const hybridModernAuthenticationPrerequisites: Check = (file) => {
  const exchange = declared(file, 'exchange-server').filter(takesTokensOfEntraId)
  const skype = declared(file, 'skype-for-business-server').filter(takesTokensOfEntraId)
  const all = [...exchange, ...skype]
  return [
    ...all.flatMap((declaration) => ofProduct(file, declaration)),
    ...exchange.flatMap((declaration) => [...webServers(file, declaration), ...onlinePrincipal(file, declaration)]),
    ...(all.length > 0 ? ofEnvironment(file) : []),
  ]
}
