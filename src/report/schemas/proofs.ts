import type { DimensionName, InexactPart } from '../../proof/atom.ts'
import type { ProofAnswer } from '../../proof/claims/proof.ts'
import type { Change, PolicyComparison } from '../../proof/compare-policies.ts'
import type { OpenedRegion, PolicyImpact } from '../../proof/impact.ts'
import type { PolicyPair } from '../../proof/pairs.ts'
import type { PolicyDecision } from '../../vocabulary/policies.ts'
import { origin } from './places.ts'
import { sessionControls } from './policies.ts'
import {
  count,
  flag,
  foreign,
  instant,
  list,
  object,
  optional,
  pair,
  partial,
  shape,
  text,
  texts,
  version,
  wordOf,
} from './schema.ts'
import { sessionWitness } from './session-witness.ts'
import { missingFacts } from './verdicts.ts'

const dimensions: Readonly<Record<DimensionName, true>> = {
  client: true,
  platform: true,
  flow: true,
  signInRisk: true,
  userRisk: true,
  insiderRisk: true,
  servicePrincipalRisk: true,
  device: true,
  location: true,
  target: true,
  people: true,
}
const dimension = wordOf<DimensionName>('The dimension.', dimensions)
// Object.keys of a record are its keys, which its type cannot say.
const names = Object.keys(dimensions) as DimensionName[]

const atoms = partial('The number of atoms of each dimension.', count('Atoms.'), names)
const open = list(
  'What could not be decided exactly.',
  object<InexactPart>('One part.', { dimension, reason: text('The reason.') }),
)
const where = list(
  'Every sign-in with the same result.',
  shape('One dimension.', { dimension, values: texts('The values.') }),
)
const signIn = partial('An example sign-in, in words.', text('The value.'), names)
const policies = texts('The policies that decide.')
const required = list('All clauses must hold.', texts('Alternative controls.'))
const decision = wordOf<PolicyDecision>('What the policies decide.', {
  allow: true,
  block: true,
  'controls-required': true,
  'cannot-satisfy': true,
  undetermined: true,
})
const outcome = { decision, required, policies } as const
const session = optional(sessionControls)

const witnessFields = {
  signIn,
  where,
  ...outcome,
  session,
  missing: optional(missingFacts),
  request: foreign('The same as a request of `what-if`.', { type: 'object' }),
} as const

const anyMembership = flag('Whether undeclared people may be in every combination of groups and roles.')

const header = {
  formatVersion: version,
  file: text('The file.'),
  tenant: text('The name of the tenant.'),
  asOf: instant('The date.'),
  anyMembership: optional(anyMembership),
} as const

/** The document of `prove`. */
export const proof = shape('Claims about every possible sign-in.', {
  ...header,
  claims: list(
    'The claims.',
    shape('One claim.', {
      claim: text('The claim.'),
      because: optional(text('Why it is claimed.')),
      statedAt: optional(origin),
      answer: wordOf<ProofAnswer>('The answer.', { proved: true, refuted: true, open: true, 'about-nobody': true }),
      policies: count('The number of enforced policies.'),
      restsOn: texts('The policies that matter.'),
      atoms,
      witness: optional(shape('A deciding sign-in.', witnessFields)),
      sessions: optional(count('The number of outcomes of declared sign-ins, for a claim about whole sessions.')),
      session: optional(sessionWitness),
      open,
      missing: missingFacts,
    }),
  ),
})

const pairs = (what: string) =>
  list(what, object<PolicyPair>('One pair.', { policies: pair('The policies.', text('A policy.')), why: text('Why.') }))

/** The document of `impact`. */
export const impact = shape('What each policy alone protects.', {
  ...header,
  policies: list(
    'The policies.',
    shape('One policy.', {
      policy: text('The policy.'),
      state: wordOf<PolicyImpact['state']>('Its state.', {
        enabled: true,
        disabled: true,
        enabledForReportingButNotEnforced: true,
      }),
      needed: wordOf<PolicyImpact['needed']>('Whether it changes sign-ins.', { needed: true, never: true, open: true }),
      applies: flag('Whether there is a sign-in to which it may apply.'),
      impliedBy: texts('The policies that cover everything it does.'),
      complete: flag('Whether every region is listed.'),
      opens: list(
        'Sign-ins that it alone decides.',
        shape('One region.', {
          of: wordOf<OpenedRegion['of']>('Whose sign-ins.', { people: true, programs: true }),
          effect: text('What the policy does there.'),
          ...witnessFields,
          without: shape('The outcome without it.', outcome),
          others: texts('The policies that decide there without it.'),
        }),
      ),
    }),
  ),
  mergeable: pairs('Policies that could be merged.'),
  contradicting: pairs('Policies that contradict each other.'),
  atoms,
  open,
})

const side = shape('One set of policies.', {
  file: text('The file.'),
  tenant: text('The name of the tenant.'),
  asOf: instant('The date.'),
  policies: count('The number of policies.'),
})
const changedOutcome = shape('The outcome.', { ...outcome, session })

/** The document of `compare`. */
export const comparison = shape('Two sets of policies over every possible sign-in.', {
  formatVersion: version,
  anyMembership: optional(anyMembership),
  result: wordOf<PolicyComparison['result']>('How the second set relates to the first.', {
    equivalent: true,
    stricter: true,
    looser: true,
    incomparable: true,
    open: true,
  }),
  before: side,
  after: side,
  changes: list(
    'The changed outcomes, the worst first.',
    shape('One change.', {
      relation: wordOf<Change['relation']>('How the outcome changes.', {
        stricter: true,
        looser: true,
        different: true,
        closed: true,
        opened: true,
      }),
      of: wordOf<Change['space']>('Whose sign-ins.', { people: true, programs: true }),
      before: text('The outcome before, in words.'),
      after: text('The outcome after, in words.'),
      policies: texts('The policies that contribute on one side only.'),
      complete: flag('Whether every region is listed.'),
      signIns: list(
        'The sign-ins concerned.',
        shape('One region.', {
          where,
          witness: signIn,
          before: changedOutcome,
          after: changedOutcome,
          requests: list(
            'The witness as a request of `what-if`: for the file before, and for the one after.',
            foreign('The request.', { type: 'object' }),
          ),
        }),
      ),
    }),
  ),
  openAlike: flag('Whether both sides have an enforced policy that is not fully understood.'),
  open,
  atoms,
})
