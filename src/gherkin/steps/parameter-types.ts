import { type FindingKind, findingKinds } from '../../plan/finding-kinds.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { quotedSource } from '../../source/text/quoted-name.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { FactName } from '../../vocabulary/facts.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { claimOpening, claimPhrase } from '../scenario/claim-phrase.ts'
import {
  actorNamed,
  applicationNamed,
  clientNamed,
  networkNamed,
  policyNamed,
  ruleNamed,
} from '../scenario/find-names.ts'
import * as names from '../scenario/names.ts'
import { problem } from '../scenario/problem.ts'
import { readClaim, readProvable } from '../scenario/read-claim.ts'
import { readDemands } from '../scenario/read-demands.ts'
import { readDevice } from '../scenario/read-device.ts'
import { bare, chosen, namesOf, plainWords, refuseName } from '../scenario/words.ts'
import { namedUser, type SignInWorld, tenantOf } from '../scenario/world.ts'
import type { ParameterValues } from './definition.ts'
import { durationPhrase, readDuration } from './durations.ts'
import { phraseBut } from './phrases.ts'

/** How one kind of step parameter is converted to a value. */
export interface ParameterType<Name extends keyof ParameterValues = keyof ParameterValues> {
  readonly name: Name
  readonly regexp: RegExp
  readonly says: string
  readonly example: string
  readonly read: (text: string, world: SignInWorld) => ParameterValues[Name]
}

// The joints are only included once: Cucumber parses every matching expression, which is slow for a long one. A word
// ends before a blank, which belongs to the next word unless the sentence needs it.
const opening = `${claimOpening}|the sign-in |one of `
const phrase = phraseBut(opening)
const quoted = new RegExp(quotedSource)
const word = new RegExp(`[^\\s"]+|${quotedSource}`)

function type<Name extends keyof ParameterValues>(
  name: Name,
  says: string,
  example: string,
  read: (text: string, world: SignInWorld) => ParameterValues[Name],
  regexp: RegExp = phrase,
): ParameterType<Name> {
  return { name, says, example, read, regexp }
}

const inTenant =
  <Value>(find: (tenant: Tenant, text: string) => Value) =>
  (text: string, world: SignInWorld): Value =>
    find(tenantOf(world), text)

const planFindings = namesOf(findingKinds)
const readPlanFinding = (text: string): FindingKind => chosen('finding', text, planFindings)

function readDate(text: string): Instant {
  const at = parseInstant(bare(text))
  if (at === undefined) throw refuseName('date', text, ['2026-11-22', '2026-11-22T09:00:00Z'])
  return at
}

function readFact(text: string): FactName {
  const fact = names.factNames.get(bare(text).toLowerCase())
  if (fact === undefined) throw refuseName('fact', text, [...names.factNames.values()])
  return fact
}

function readRule(text: string, world: SignInWorld): RuleId {
  const rule = ruleNamed(text)
  world.recorder?.ruleNamed(rule)
  return rule
}

function readCredentials(text: string): readonly Credential[] {
  return text.split(/,\s*(?:or\s+)?|\s+or\s+/).map((one) => chosen('credential', one, names.credentialNames))
}

function readPolicy(text: string, world: SignInWorld): string {
  return policyNamed(tenantOf(world), text)
}

/** Every parameter type of the vocabulary that Cucumber does not provide. An article before a name is part of it. */
export const parameterTypes: readonly ParameterType[] = [
  type('user', 'a user of the tenant, by display name or user principal name', 'the finance lead', (text, world) =>
    namedUser(world, text),
  ),
  type(
    'client',
    'a client of the tenant or of the catalog, by id or display name',
    'Outlook 2010',
    inTenant(clientNamed),
  ),
  type('purpose', 'what the client is used for', 'open the address book', (text) =>
    chosen('purpose', text, names.purposeNames),
  ),
  type('network', 'a network of the tenant', 'the internet', inTenant(networkNamed)),
  type('workload', 'a service', 'Exchange Online', (text) => chosen('workload', text, names.workloadWords)),
  type(
    'credential',
    'a credential',
    'the app password',
    (text) => chosen('credential', text, names.credentialNames),
    phraseBut(`${opening}|not `),
  ),
  type('verifier', 'who checks a secret', 'Microsoft Entra ID', (text) =>
    chosen('verifier', text, names.verifierNames),
  ),
  type('participant', 'a service or verifier that can be contacted', 'the identity provider', (text, world) =>
    actorNamed(world.file === undefined ? undefined : tenantOf(world), text),
  ),
  type('trail', 'a log that can record a sign-in', 'Active Directory', (text) =>
    chosen('audit trail', text, names.trailNames),
  ),
  type('owner', 'who can change the outcome', 'the device', (text) => chosen('owner', text, names.ownerNames)),
  type('second factor', 'what happens to the second factor', 'bypassed', (text) =>
    chosen('second factor', text, names.secondFactorNames),
  ),
  type('second factor provider', 'who performs the second factor', 'the identity provider', (text) =>
    chosen('second factor provider', text, names.secondFactorByNames),
  ),
  type('methods', 'what a user presents', 'a passkey', (text) => chosen('method', text, names.presentedNames)),
  type('flow', 'an authentication method', 'basic authentication', (text) => chosen('flow', text, names.flowNames)),
  type('leg', 'one leg of a session', 'the mailbox', (text) => chosen('leg', text, names.legWords), legPhrase()),
  type('verdict', 'how a sign-in ends', 'blocked', (text) => chosen('verdict', text, names.verdictNames)),
  type('question', 'a question that rules answer', 'the credential', (text) =>
    chosen('question', text, names.questionNames),
  ),
  type('rule', 'a rule by id', 'CRED-2', readRule, word),
  type('fact', 'a fact by its own name', 'perUserMfaState', (text) => readFact(text), word),
  type(
    'policy',
    'a Conditional Access policy by display name, in quotation marks',
    '"Block legacy authentication"',
    readPolicy,
    quoted,
  ),
  type(
    'application',
    'an application of the tenant or of the catalog, by name or app id, in quotation marks',
    '"microsoft-graph"',
    inTenant(applicationNamed),
    quoted,
  ),
  type('credentials', 'several credentials, any one of which', 'the app password or the certificate', readCredentials),
  type(
    'device',
    'a device, by its state',
    'a compliant device',
    (text) => readDevice(text),
    /an? (?:[a-zA-Z-]+ ){1,3}device/,
  ),
  type('demands', 'grant controls', 'multifactor authentication or a compliant device', readDemands, /(?!not ).+/),
  type('claim', 'a claim about many sign-ins', 'no sign-in is undetermined', readClaim, claimPhrase),
  type('provable', 'a claim about every possible sign-in', 'legacy clients get in nowhere', readProvable, /.+/),
  type(
    'percentage',
    'a share of a hundred',
    '99.5 %',
    (text) => Number.parseFloat(text) / 100,
    /\d{1,2}(?:\.\d+)? ?%|100 ?%/,
  ),
  type('gap', 'a finding of `authplan gaps`', 'second factor bypassed', (text) =>
    chosen('finding', text, names.gapNames),
  ),
  type('plan finding', 'a finding of `authplan plan`, by its id', 'stranded', readPlanFinding, word),
  type('date', 'an ISO date or an instant with offset', '2026-11-22', (text) => readDate(text), word),
  type('duration', 'a number and a unit', 'two hours', (text) => readDuration(text), durationPhrase()),
]

// A leg precedes the word "leg", which therefore ends the name.
function legPhrase(): RegExp {
  return new RegExp(`${quotedSource}|(?!leg )[^\\s"]+(?: (?!leg(?: |$))[^\\s"]+)*`)
}

/** The parameter type of a name, as patterns spell it. */
export function parameterType(name: string): ParameterType | undefined {
  return parameterTypes.find((known) => known.name === name)
}

const ownName = (name: string): string => `authplan-${name}`

/** The name of a parameter type in Cucumber: prefixed, so that plain words remain available to projects. */
export function registeredName({ name }: Pick<ParameterType, 'name'>): string {
  return ownName(name)
}

/** A pattern with the registered names of our parameter types. */
export function registeredPattern(pattern: string): string {
  return pattern.replace(/\{([^}]*)\}/g, (whole, name: string) =>
    parameterType(name) === undefined ? whole : `{${ownName(name)}}`,
  )
}

/**
 * The regular expression as registered. Cucumber compares its text with the groups of regular-expression steps, so it
 * must be one that no project would write.
 */
export function registeredRegexp({ name, regexp }: Pick<ParameterType, 'name' | 'regexp'>): RegExp {
  return new RegExp(`(?!<${ownName(name)}>)(?:${regexp.source})`)
}

/** A Cucumber message about our steps, with the documented parameter names. */
export function withPlainParameters(message: string): string {
  return message.replace(/\{authplan-([^}]*)\}/g, '{$1}')
}

/** Reads a name as features write it, from a header cell or table cell. */
export function readCell<Name extends keyof ParameterValues>(
  name: Name,
  text: string,
  world: SignInWorld,
): ParameterValues[Name] {
  const known = parameterType(name)
  if (known === undefined) throw problem(`there is no parameter type ${name}`)
  // The type found by name reads values of that name; the list is one array of all types.
  return known.read(text, world) as ParameterValues[Name]
}

/** Compares words ignoring case and articles. */
export const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other)
