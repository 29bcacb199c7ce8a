import { questionFacts } from '../../rules/question-facts.ts'
import type { Actor, MethodEvidence, OpenMethods, RefusedMethods, Step, Trace } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import { factOrder } from '../../vocabulary/facts.ts'
import type { OpenClause } from '../../vocabulary/policies.ts'
import { preconditionKinds } from '../../vocabulary/preconditions.ts'
import { flows } from '../../vocabulary/protocols.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { purposes, type Signals, type SignInRequest } from '../../vocabulary/requests.ts'
import { unlockMethods } from '../../vocabulary/tokens.ts'
import { candidate, knownFacts, legName, protocol, relyingParty, sharedFields, tracedRefusal } from './leg.ts'
import { message } from './messages.ts'
import { origin } from './places.ts'
import { combinedDecision, policyOutcome } from './policies.ts'
import {
  constant,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  partial,
  record,
  ruleId,
  type Schema,
  text,
  texts,
  union,
  wordOf,
} from './schema.ts'
import { missingFacts, tracedDevice, tracedVerdict } from './verdicts.ts'

const noYes = oneOf('no or yes', ['no', 'yes'])
const signal = (what: string) => optional(text(`The signal: ${what}.`))
const age = (what: string) => optional(number(`${what}, in milliseconds.`))

const signals = object<Signals>('What the sign-in carries from before.', {
  devicePlatform: signal('the platform'),
  clientAppType: signal('the type of client application'),
  signInRiskLevel: signal('the risk of the sign-in'),
  userRiskLevel: signal('the risk of the user'),
  servicePrincipalRiskLevel: signal('the risk of the service principal'),
  insiderRiskLevel: signal('the insider risk'),
  country: signal('the country'),
  ipAddress: signal('the address'),
  compliantNetwork: optional(noYes),
  authenticationContext: signal('the authentication context'),
  authenticationFlow: signal('the authentication flow'),
  deviceInfo: optional(record('Properties of the device.', text('The value.'))),
  methods: optional(texts('The methods used.')),
  satisfied: optional(texts('Grant controls that are already met.')),
  mfaClaim: optional(oneOf('Who made the MFA claim.', ['entra-id', 'federated-idp', 'home-tenant', 'none'])),
  lastMfa: age('The time since the last second factor'),
  firstFactor: optional(oneOf('Whether the first factor is right.', ['right', 'wrong'])),
  signedIn: optional(noYes),
  scopes: optional(texts('The scopes requested.')),
  domainHint: signal('the domain hint'),
  signInName: signal('the kind of sign-in name'),
  privateBrowsing: optional(noYes),
  browserProfile: optional(oneOf('The profile of the browser.', ['work', 'other'])),
  browserExtension: optional(noYes),
  primaryRefreshToken: optional(oneOf('The primary refresh token.', ['held', 'lost'])),
  deviceSignIn: optional(oneOf('The sign-in to the device.', unlockMethods)),
  deviceSignInAge: age('The time since the sign-in to the device'),
  deviceSecondFactor: optional(noYes),
  lastSignIn: age('The time since the last sign-in'),
})

const credential = oneOf('The credential.', credentials)

const request = object<SignInRequest>('The request of the leg.', {
  user: text('The user.'),
  client: text('The client.'),
  purpose: oneOf('The purpose.', purposes),
  network: text('The network.'),
  at: number('The instant, in milliseconds since 1970.'),
  signals,
  presents: optional(credential),
  application: optional(text('The application for which a token is requested.')),
  leg: legName,
  relyingParty,
  protocol,
  prompt: text('The prompt that this leg shares with others.'),
  optional: flag('Whether the session can do without this leg.'),
  candidates: optional(list('All endpoints, in the order they would be tried.', candidate)),
  endpoint: optional(candidate),
})

const actorId = text<Actor['id']>('The actor.')
const actor = object<Actor>('A participant, as drawn.', {
  id: actorId,
  name: text('Its name.'),
  zone: wordOf<Zone>('Where it stands.', {
    client: true,
    'microsoft-cloud': true,
    perimeter: true,
    'on-premises': true,
  }),
})

// The keys of the table are the questions, which its type cannot say.
const questions = Object.keys(questionFacts) as readonly Question[]
const rule = ruleId('The rule.')
type Of<Kind> = Extract<Step, { readonly kind: Kind }>

const step: Schema<Step> = union<Step>('One thing that happened.', [
  object<Of<'assumption'>>('A default was applied.', {
    kind: constant('assumption'),
    fact: oneOf('The fact, or the kind of precondition.', [...factOrder, ...preconditionKinds]),
    value: text('The assumed value.'),
    default: text('The id of the default in the catalog.'),
  }),
  object<Of<'decision'>>('A rule answered a question.', {
    kind: constant('decision'),
    at: actorId,
    question: oneOf('The question.', questions),
    about: optional(
      oneOf('The credential or flow that the question is about.', [...new Set([...credentials, ...flows])]),
    ),
    answer: optional(text('The answer.')),
    missing: optional(missingFacts),
    rule,
  }),
  object<Of<'policy'>>('A policy was evaluated.', { kind: constant('policy'), outcome: policyOutcome, rule }),
  object<Of<'message'>>('A message was sent.', { kind: constant('message'), from: actorId, to: actorId, message }),
  object<Of<'prompt'>>('The user was asked.', {
    kind: constant('prompt'),
    prompt: text('The prompt.'),
    asks: oneOf('What is asked for.', [...credentials, 'second-factor'] as const),
  }),
  object<Of<'outcome'>>('The verdict, always last.', { kind: constant('outcome'), verdict: tracedVerdict }),
])

const methods = text('Methods, joined by commas.')
const methodEvidence = object<MethodEvidence>('Why the verdict names exactly these methods.', {
  admits: optional(
    ruleId('The rule by which what is presented, or the first of the admissible ones, can be presented.'),
  ),
  refused: list('Methods that cannot be presented here.', object<RefusedMethods>('One.', { methods, rule })),
  open: list(
    'Methods of which it is undetermined.',
    object<OpenMethods>('One.', { methods, missing: missingFacts, rule }),
  ),
  preference: optional(ruleId('The rule that selects which of several is requested first.')),
})

/** The whole trace of a leg. */
export const trace = object<Trace>('Everything that happened on the leg; all other fields are derived from it.', {
  request,
  actors: list('The participants, in order of first appearance.', actor),
  facts: knownFacts,
  origins: list('Where each fact is stated.', partial('Places by fact.', origin, factOrder)),
  steps: list('The steps.', step),
  ...sharedFields,
  conditionalAccess: optional(combinedDecision),
  openClauses: optional(
    list(
      'Required clauses that may already be met.',
      object<OpenClause>('One.', { clause: texts('Alternative controls.'), missing: missingFacts }),
    ),
  ),
  policyOutcomes: optional(list('Every policy, including those that do not apply.', policyOutcome)),
  refused: list('Every other credential that is refused.', tracedRefusal),
  methods: optional(methodEvidence),
  device: optional(tracedDevice),
})
