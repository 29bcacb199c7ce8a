import { entry } from './entry.ts'
import { anyOf, didYouMean, tick } from './words.ts'

/** Conditional Access policies: statements that are impossible or have no effect. */
export const policyCodes = {
  'POL-1': entry<{ readonly owner: string; readonly key: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'field of a policy that is not understood',
    message: ({ owner, key }) => `${tick(owner)} has ${tick(key)}, which is not understood`,
    help: ({ suggestion }) =>
      `its result stays undetermined for every sign-in it could apply to${didYouMean(suggestion)}`,
  }),
  'POL-2': entry<{
    readonly owner: string
    readonly field: string
    readonly value: string
    readonly known: readonly string[]
    readonly suggestion?: string
  }>({
    severity: 'warning',
    title: 'value in a policy that is not understood',
    message: ({ owner, field, value }) =>
      `${tick(owner)} has the value ${tick(value)} in ${tick(field)}, which is not understood`,
    help: ({ known, suggestion }) =>
      `its result stays undetermined for every sign-in it could apply to; known values: ${anyOf(known)}${didYouMean(suggestion)}`,
  }),
  'POL-3': entry<{ readonly owner: string; readonly rule: string }>({
    severity: 'warning',
    title: 'device filter that cannot be parsed',
    message: ({ owner, rule }) => `the device filter of ${tick(owner)} cannot be parsed: ${tick(rule)}`,
    help: () =>
      'compare properties such as `device.trustType -eq "ServerAD"`, joined with `-and`, `-or`, `-not` and parentheses',
  }),
  'POL-4': entry<{ readonly owner: string; readonly field: string; readonly expected: string }>({
    severity: 'warning',
    title: 'part of a policy in an unexpected form',
    message: ({ owner, field, expected }) => `${tick(field)} of ${tick(owner)} is not ${expected}`,
    help: () => 'export it again with a greater depth; until then its result stays undetermined',
  }),
  'POL-5': entry<{
    readonly owner: string
    readonly kind: string
    readonly name: string
    readonly suggestion?: string
  }>({
    severity: 'warning',
    title: 'policy names an undeclared user, group or role',
    message: ({ owner, kind, name }) => `${tick(owner)} names the ${kind} ${tick(name)}, which is not declared`,
    help: ({ kind, suggestion }) =>
      `it is assumed to be someone else; declare the ${kind} if it concerns a declared user${didYouMean(suggestion)}`,
  }),
  'POL-6': entry<{ readonly owner: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'policy names a location that is not declared',
    message: ({ owner, name }) => `${tick(owner)} names the location ${tick(name)}, which is not declared`,
    help: ({ suggestion }) =>
      `declare it under \`namedLocations\`; until then it is a missing fact${didYouMean(suggestion)}`,
  }),
  'POL-7': entry<{ readonly owner: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'policy names an authentication strength that is not declared',
    message: ({ owner, name }) =>
      `${tick(owner)} names the authentication strength ${tick(name)}, which is not declared`,
    help: ({ suggestion }) =>
      `declare it under \`authenticationStrengths\`; until then it is a missing fact${didYouMean(suggestion)}`,
  }),
  'POL-8': entry<{ readonly kind: string }>({
    severity: 'error',
    title: 'not a policy',
    message: ({ kind }) => `this is not a ${kind}`,
    help: ({ kind }) =>
      `give a ${kind} with Graph's property names, a list of them, or an object with a \`value\` list`,
  }),
  'POL-9': entry<{ readonly owner: string; readonly id: string }>({
    severity: 'warning',
    title: 'two policies with the same id',
    message: ({ owner, id }) => `${tick(owner)} has the id ${tick(id)}, which another policy also has`,
    help: () => 'remove one of them; both are evaluated',
  }),
  'POL-10': entry<{ readonly owner: string; readonly lacks: string }>({
    severity: 'warning',
    title: 'policy that can never apply',
    message: ({ owner, lacks }) => `${tick(owner)} has no ${lacks}, so it never applies`,
    help: ({ lacks }) => `give it a ${lacks} or remove it`,
  }),
  'POL-11': entry<{ readonly location: string; readonly range: string }>({
    severity: 'error',
    title: 'invalid address range',
    message: ({ location, range }) =>
      `the location ${tick(location)} has the range ${tick(range)}, which is not an address range`,
    help: () => 'write an IPv4 or IPv6 range such as `203.0.113.0/24` or `2001:db8::/32`',
  }),
  'POL-12': entry<{ readonly owner: string; readonly conflict: string }>({
    severity: 'warning',
    title: 'controls that exclude each other',
    message: ({ owner, conflict }) => `${tick(owner)} combines ${conflict}`,
    help: () => 'the service does not accept this combination; split it over two policies',
  }),
  'POL-13': entry<{ readonly strength: string }>({
    severity: 'warning',
    title: 'authentication strength limited to certain keys',
    message: ({ strength }) => `the authentication strength ${tick(strength)} allows only certain keys or certificates`,
    help: () =>
      'a passkey meets it if the `passkeys` of the user state its AAGUID; other methods only when `satisfied` names the strength',
  }),
  'POL-14': entry<{ readonly key: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'unknown field of a request',
    message: ({ key }) => `the request has the unknown field ${tick(key)}`,
    help: ({ suggestion }) => `remove it${didYouMean(suggestion)}`,
  }),
  'POL-15': entry<{ readonly field: string; readonly expected: string }>({
    severity: 'error',
    title: 'incomplete request',
    message: ({ field }) => `the request has no ${tick(field)}`,
    help: ({ expected }) => `add it: ${expected}`,
  }),
  'POL-16': entry<{
    readonly field: string
    readonly value: string
    readonly known: readonly string[]
    readonly suggestion?: string
  }>({
    severity: 'error',
    title: 'unknown value in a request',
    message: ({ field, value }) => `${tick(field)} cannot be ${tick(value)}`,
    help: ({ known, suggestion }) => `use ${anyOf(known)}${didYouMean(suggestion)}`,
  }),
  'POL-17': entry<{ readonly kind: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'request for an undeclared user',
    message: ({ kind, name }) => `no ${kind} ${tick(name)} is declared`,
    help: ({ kind, suggestion }) =>
      `name ${kind.startsWith('a') ? 'an' : 'a'} ${kind} of the tenant by id or name${didYouMean(suggestion)}`,
  }),
  'POL-18': entry<{ readonly key: string }>({
    severity: 'warning',
    title: 'field of a Graph object given twice',
    message: ({ key }) => `${tick(key)} is given twice in one object`,
    help: () =>
      'remove one of them; with identical spelling the last one is used, otherwise the result stays undetermined',
  }),
  'POL-19': entry<{ readonly owner: string; readonly what: string }>({
    severity: 'warning',
    title: 'documented part of a policy that is not modeled',
    message: ({ owner, what }) => `${tick(owner)} has ${tick(what)}, which Graph documents and authplan does not model`,
    help: () => 'its result stays undetermined for every sign-in it could apply to',
  }),
  'POL-20': entry<{
    readonly owner: string
    readonly kind: string
    readonly name: string
    readonly suggestion?: string
  }>({
    severity: 'warning',
    title: 'unknown name in a policy',
    message: ({ owner, kind, name }) =>
      `${tick(owner)} names the ${kind} ${tick(name)}, which is neither an id, a Graph keyword, nor declared`,
    help: ({ kind, suggestion }) =>
      `its result stays undetermined for every sign-in it could apply to; name a declared ${kind} or its id${didYouMean(suggestion)}`,
  }),
  'POL-29': entry<{ readonly owner: string; readonly key: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'unknown session control that is switched off',
    message: ({ owner, key }) => `${tick(owner)} switches off the session control ${tick(key)}, which is not known`,
    help: ({ suggestion }) => `a control that is switched off has no effect; remove it${didYouMean(suggestion)}`,
  }),
  'POL-30': entry<{ readonly owner: string; readonly field?: string; readonly lacks: string }>({
    severity: 'warning',
    title: 'part of a policy that is missing',
    message: ({ owner, field, lacks }) =>
      `${field === undefined ? '' : `${tick(field)} of `}${tick(owner)} has no ${lacks}`,
    help: () => 'export the whole policy; until then its result stays undetermined',
  }),
  'CON-72': entry<{ readonly policy: string; readonly control: string; readonly from: string }>({
    severity: 'warning',
    title: 'grant control that the vendor has retired',
    message: ({ policy, control, from }) =>
      `the policy ${tick(policy)} requires ${tick(control)}, which is no longer enforced since ${from}`,
    help: () => 'require an app protection policy (`compliantApplication`) instead',
    citation: 'ca-approved-client-app-migration',
  }),
}
