import type { Protocol } from '../../vocabulary/protocols.ts'
import { cover, state, stateField } from '../records/draft.ts'
import {
  flagOf,
  hasField,
  listOfWords,
  type RecordView,
  reportField,
  reportUnstated,
  textOf,
} from '../records/fields.ts'
import type { ExchangeReading, ReadRecordsOf } from './reading.ts'

/** A method of the tenant file. */
type Method = 'Basic' | 'Digest' | 'Negotiate' | 'NTLM' | 'OAuth' | 'Certificate'

/** Words of Exchange for the methods that clients are asked for; those that mean nothing to a client are empty. */
const methodsOfWords: Readonly<Record<string, readonly Method[]>> = {
  basic: ['Basic'],
  digest: ['Digest'],
  ntlm: ['NTLM'],
  negotiate: ['Negotiate'],
  kerberos: ['Negotiate'],
  windowsintegrated: ['Negotiate', 'NTLM'],
  oauth: ['OAuth'],
  certificate: ['Certificate'],
  wssecurity: [],
  liveidbasic: [],
  liveidfba: [],
  liveidnegotiate: [],
  negoex: [],
  misconfigured: [],
}

const methodsOfFlags: readonly (readonly [field: string, methods: readonly Method[]])[] = [
  ['basicauthentication', ['Basic']],
  ['digestauthentication', ['Digest']],
  ['windowsauthentication', ['Negotiate', 'NTLM']],
  ['oauthauthentication', ['OAuth']],
]

const inOrder = (methods: readonly Method[]): readonly Method[] => [...new Set(methods)].sort()

/** The methods of a list of words; undefined if one of them is not known. */
function methodsIn(view: RecordView, field: string): readonly Method[] | undefined {
  const words = listOfWords(view, field)
  const methods = words?.map((word) => {
    const known = Object.hasOwn(methodsOfWords, word.toLowerCase()) ? methodsOfWords[word.toLowerCase()] : undefined
    return known ?? reportField(view, field, 'unknown-word', { word, known: Object.keys(methodsOfWords) })
  })
  if (methods === undefined || methods.includes(undefined)) return undefined
  return inOrder(methods.flatMap((one) => one ?? []))
}

/** The methods by the switches of a directory; undefined unless all of them were exported. */
function methodsByFlags(view: RecordView): readonly Method[] | undefined {
  const needed = ['basicauthentication', 'windowsauthentication', 'oauthauthentication']
  if (!needed.every((field) => hasField(view, field))) return undefined
  const flags = methodsOfFlags.map(([field, methods]) => [flagOf(view, field), methods] as const)
  if (flags.some(([flag], index) => flag === undefined && hasField(view, methodsOfFlags[index]?.[0] ?? '')))
    return undefined
  return inOrder(flags.flatMap(([flag, methods]) => (flag === true ? methods : [])))
}

/** The site that serves the front end's requests inside the server, which no client reaches. */
function isBackEnd(view: RecordView): boolean {
  const silent = { ...view, report: () => {} }
  return ['name', 'identity'].some((field) => /\(Exchange Back End\)/i.test(`${textOf(silent, field) ?? ''}`))
}

function labelOf(view: RecordView): string {
  const silent = { ...view, report: () => {} }
  const found = textOf(silent, 'identity') ?? textOf(silent, 'server') ?? textOf(silent, 'name')
  return typeof found === 'string' ? found : ''
}

/** Reads directories of one protocol, each by the function given, unless only the server itself uses them. */
function directories(read: (reading: ExchangeReading, view: RecordView) => boolean): ReadRecordsOf {
  return (reading, records) => {
    for (const { view } of records) {
      if (isBackEnd(view)) cover(reading.draft, view, labelOf(view), 'unused')
      else {
        const understood = read(reading, view)
        const note = 'not all of its methods are in the export'
        if (understood) cover(reading.draft, view, labelOf(view), 'understood')
        else cover(reading.draft, view, labelOf(view), 'not-understood', note)
      }
    }
  }
}

const methodsPath = (protocol: Protocol) => ['workloads', 'exchange-server', 'authenticationMethods', protocol] as const

/** What a directory offers to clients: where inside and outside differ, nothing is stated. */
const byMethods = (protocol: Protocol, fields: readonly string[], flags: boolean): ReadRecordsOf =>
  directories(({ draft }, view) => {
    const byFlags = flags ? methodsByFlags(view) : undefined
    if (byFlags !== undefined) {
      stateField(draft, methodsPath(protocol), byFlags, view, 'basicauthentication')
      return true
    }
    let stated = false
    for (const field of fields.filter((one) => hasField(view, one))) {
      const methods = methodsIn(view, field)
      stateField(draft, methodsPath(protocol), methods, view, field)
      stated ||= methods !== undefined
    }
    return stated
  })

const inAndOut = ['internalauthenticationmethods', 'externalauthenticationmethods']

/** Reads Get-MapiVirtualDirectory. */
export const readMapi = byMethods('mapi-http', ['iisauthenticationmethods'], false)
/** Reads Get-WebServicesVirtualDirectory. */
export const readWebServices = byMethods('ews', inAndOut, true)
/** Reads Get-AutodiscoverVirtualDirectory. */
export const readAutodiscoverDirectories = byMethods('autodiscover', inAndOut, true)
/** Reads Get-OabVirtualDirectory. */
export const readAddressBooks = byMethods('oab', inAndOut, true)

/** Reads Get-OutlookAnywhere: RPC over HTTP, and whether TLS ends before the servers. */
export const readOutlookAnywhere: ReadRecordsOf = directories(({ draft }, view) => {
  const offloading = flagOf(view, 'ssloffloading') ?? undefined
  stateField(draft, ['workloads', 'exchange-server', 'SSLOffloading'], offloading, view, 'ssloffloading')
  const methods = methodsIn(view, 'iisauthenticationmethods')
  stateField(draft, methodsPath('rpc-http'), methods, view, 'iisauthenticationmethods')
  return methods !== undefined
})

/** Reads Get-ActiveSyncVirtualDirectory, whose switches leave tokens to the switch of the organization. */
export const readActiveSync: ReadRecordsOf = directories(({ draft }, view) => {
  const [basic, windows] = [flagOf(view, 'basicauthenabled'), flagOf(view, 'windowsauthenabled')]
  const certificate = textOf(view, 'clientcertauth')
  if (typeof basic !== 'boolean') return false
  const methods: readonly Method[] = [
    ...(basic ? ['Basic' as const] : []),
    ...(windows === true ? ['Negotiate' as const, 'NTLM' as const] : []),
    ...(typeof certificate === 'string' && !/^ignore$/i.test(certificate) ? ['Certificate' as const] : []),
    'OAuth',
  ]
  stateField(draft, methodsPath('exchange-activesync'), inOrder(methods), view, 'basicauthenabled')
  return true
})

/** Reads Get-OwaVirtualDirectory: with every other method off and OAuth on, Outlook on the web takes tokens. */
export const readOutlookOnTheWeb: ReadRecordsOf = directories(({ draft }, view) => {
  const [forms, basic, windows, digest] = ['forms', 'basic', 'windows', 'digest'].map((one) =>
    flagOf(view, `${one}authentication`),
  )
  if (flagOf(view, 'adfsauthentication') === true) {
    reportUnstated(view, 'adfsauthentication', 'True')
    return false
  }
  if (typeof forms !== 'boolean' || typeof basic !== 'boolean' || typeof windows !== 'boolean') return false
  const older = forms || basic || windows || digest === true
  const tokens = older ? false : flagOf(view, 'oauthauthentication') === true ? true : undefined
  const path = ['workloads', 'exchange-server', 'owaModernAuthentication'] as const
  stateField(draft, path, tokens, view, 'formsauthentication')
  if (older) {
    const methods: readonly Method[] = [
      ...(forms || basic ? ['Basic' as const] : []),
      ...(windows ? ['Negotiate' as const, 'NTLM' as const] : []),
      ...(digest === true ? ['Digest' as const] : []),
    ]
    state(draft, methodsPath('https'), inOrder(methods), view.record.rangeOf('formsauthentication'))
  }
  return tokens !== undefined
})
