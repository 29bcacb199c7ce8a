import { cover, state, stateField } from '../records/draft.ts'
import { flagOf, listOfNames, type RecordView, reportField, reportUnstated, textOf } from '../records/fields.ts'
import type { ReadAdfs } from './provider.ts'

/** Versions by the behavior level of the farm. */
const versions: ReadonlyMap<string, string> = new Map([
  ['1', '3.0'],
  ['2', '3.0'],
  ['3', '2016'],
  ['4', '2019'],
])

/** Reads the behavior level of the farm, which Get-AdfsProperties and Get-AdfsFarmInformation print. */
export const readFarm: ReadAdfs = ({ draft, provider }, views) => {
  for (const view of views) {
    readVersion({ draft, provider }, [view])
    cover(draft, view, '', 'understood')
  }
}

const readVersion: ReadAdfs = ({ draft, provider }, views) => {
  for (const view of views) {
    const level = textOf(view, 'currentfarmbehavior')
    if (typeof level !== 'string') continue
    const version = versions.get(level)
    if (version === undefined) reportField(view, 'currentfarmbehavior', 'unknown-word', { word: level })
    stateField(draft, [...provider, 'version'], version, view, 'currentfarmbehavior')
  }
}

/** Reads Get-AdfsProperties: the version and the user agents for Windows authentication; its lock-out is no setting. */
export const readProperties: ReadAdfs = ({ draft, provider }, views) => {
  readVersion({ draft, provider }, views)
  for (const view of views) {
    const name = `${textOf(view, 'hostname') ?? ''}`
    cover(draft, view, name, 'understood')
    const left = (kind: string, note: string): void => {
      draft.coverage.push({ source: view.record.source.name, kind, name, status: 'not-imported', note })
    }
    const lockout = [flagOf(view, 'enableextranetlockout'), flagOf(view, 'extranetlockoutrequirepdc')]
    if (lockout[0] === true)
      left('extranet lock-out', 'it locks accounts after wrong passwords: see `onPremisesAccountState` of a user')
    const agents = listOfNames(view, 'wiasupporteduseragents')
    if (agents !== undefined && agents.length > 0)
      stateField(draft, [...provider, 'WIASupportedUserAgents'], agents, view, 'wiasupporteduseragents')
    readAlternateLogin(view)
  }
}

/** People who sign in to AD FS with another attribute than their user principal name. */
function readAlternateLogin(view: RecordView): void {
  const attribute = textOf(view, 'alternateloginid')
  if (typeof attribute === 'string') reportUnstated(view, 'alternateloginid', attribute)
}

/** Reads Get-AdfsClaimsProviderTrust: the attribute that people sign in with, if it is another one. */
export const readClaimsProviders: ReadAdfs = ({ draft }, views) => {
  for (const view of views) {
    readAlternateLogin(view)
    cover(draft, view, `${textOf(view, 'name') ?? ''}`, 'unused')
  }
}

function reportUnusual(view: RecordView, field: string, usual: RegExp): void {
  const methods = listOfNames({ ...view, report: () => {} }, field)
  if (methods !== undefined && !methods.some((method) => usual.test(method)))
    reportUnstated(view, field, methods.join(', '))
}

/** Reads Get-AdfsGlobalAuthenticationPolicy: without a provider of second factors AD FS asks for none. */
export const readAuthenticationPolicy: ReadAdfs = ({ draft, provider }, views) => {
  for (const view of views) {
    const additional = listOfNames(view, 'additionalauthenticationprovider')
    if (additional?.length === 0)
      stateField(draft, [...provider, 'performsMfa'], false, view, 'additionalauthenticationprovider')
    const inside = listOfNames(view, 'primaryintranetauthenticationprovider')
    if (inside !== undefined && inside.length > 0) {
      const field = 'primaryintranetauthenticationprovider'
      stateField(draft, [...provider, 'PrimaryIntranetAuthenticationProvider'], inside, view, field)
    }
    // Certificates and other providers in addition to the usual ones are offered.
    reportUnusual(view, 'primaryintranetauthenticationprovider', /^(?:Windows|Forms)Authentication$/i)
    reportUnusual(view, 'primaryextranetauthenticationprovider', /^FormsAuthentication$/i)
    const note = `a second factor can be asked for with ${(additional ?? []).join(', ')}; set \`performsMfa\` if it always is`
    if (additional === undefined || additional.length === 0) cover(draft, view, '', 'understood')
    else cover(draft, view, '', 'assumed', note)
  }
}

/** The endpoints that Microsoft 365 sends people and passwords to. */
const reached = /^\/adfs\/(?:ls\/?|services\/trust\/(?:2005|13)\/usernamemixed)$/i

function isOffered(view: RecordView): { readonly inside: boolean; readonly outside: boolean } | undefined {
  const [enabled, proxied] = [flagOf(view, 'enabled'), flagOf(view, 'proxy')]
  if (typeof enabled !== 'boolean' || typeof proxied !== 'boolean') return undefined
  return { inside: enabled, outside: enabled && proxied }
}

/** Reads Get-AdfsEndpoint: a service none of whose endpoints is published cannot be reached from the internet. */
export const readEndpoints: ReadAdfs = ({ draft, provider }, views) => {
  const known = views.flatMap((view) => {
    const path = textOf(view, 'addresspath') ?? pathOf(textOf(view, 'fullurl') ?? '')
    const offered = typeof path === 'string' && reached.test(path) ? isOffered(view) : undefined
    return offered === undefined ? [] : [{ view, path: `${path}`, offered }]
  })
  const [first] = known
  const published = known.some(({ offered }) => offered.outside)
  if (first !== undefined && !published)
    state(draft, [...provider, 'reachableFromInternet'], false, first.view.record.rangeOf('proxy'))
  for (const { view, offered } of known)
    if (!offered.inside) reportUnstated(view, 'enabled', 'False')
    else if (published && !offered.outside) reportUnstated(view, 'proxy', 'False')
  const open = 'published endpoints do not show whether there is a proxy: set `reachableFromInternet`'
  for (const view of views) {
    const name = `${textOf(view, 'addresspath') ?? textOf(view, 'fullurl') ?? ''}`
    const own = known.find((one) => one.view === view)
    if (own === undefined) cover(draft, view, name, 'unused')
    else if (published) cover(draft, view, name, 'assumed', open)
    else cover(draft, view, name, 'understood')
  }
}

const pathOf = (address: string): string | undefined => /^https?:\/\/[^/]+(\/.*)$/i.exec(address)?.[1]
