import { claimForms } from '../../analysis/claims/claim-forms.ts'
import type { StepDefinition } from './definition.ts'
import { givenPlan, whenStageReached } from './given-plan.ts'
import { givenTenant } from './given-tenant.ts'
import { thenClaims } from './then-claims.ts'
import { thenCompared } from './then-compared.ts'
import { thenConversation } from './then-conversation.ts'
import { thenCredential } from './then-credential.ts'
import { thenDay } from './then-day.ts'
import { thenDemands } from './then-demands.ts'
import { thenEndpoints } from './then-endpoints.ts'
import { thenFindings } from './then-findings.ts'
import { thenMerge } from './then-merge.ts'
import { thenMethods } from './then-methods.ts'
import { thenNotConversation } from './then-not-conversation.ts'
import { thenNotCredential } from './then-not-credential.ts'
import { thenNotFindings } from './then-not-findings.ts'
import { thenNotOutcome } from './then-not-outcome.ts'
import { thenOneOf } from './then-one-of.ts'
import { thenOutcome } from './then-outcome.ts'
import { thenOwner } from './then-owner.ts'
import { thenPlan } from './then-plan.ts'
import { thenPolicies } from './then-policies.ts'
import { thenPrompts } from './then-prompts.ts'
import { thenProved } from './then-proved.ts'
import { thenQuestions } from './then-questions.ts'
import { thenReachable } from './then-reachable.ts'
import { givenRecorded, thenRecorded } from './then-recorded.ts'
import { whenOnDevice } from './when-on-device.ts'
import { whenSigningIn } from './when-signing-in.ts'
import { whenTimePasses } from './when-time-passes.ts'

/** A section of the vocabulary with its heading. */
export interface VocabularyPart {
  readonly heading: string
  readonly steps: readonly StepDefinition[]
}

/** The whole vocabulary in documentation order; registration and documentation are derived from it. */
export const vocabulary: readonly VocabularyPart[] = [
  { heading: 'The tenant architecture', steps: givenTenant },
  { heading: 'A plan in stages', steps: [...givenPlan, ...whenStageReached, ...thenPlan, ...thenMerge] },
  { heading: 'Time and events', steps: whenTimePasses },
  { heading: 'A sign-in', steps: [...whenSigningIn, ...whenOnDevice] },
  { heading: 'The credential and who checks it', steps: [...thenCredential, ...thenOneOf, ...thenNotCredential] },
  { heading: 'The outcome', steps: [...thenOutcome, ...thenNotOutcome] },
  {
    heading: 'The sequence',
    steps: [...thenConversation, ...thenNotConversation, ...thenOwner, ...thenMethods, ...thenPrompts, ...thenDay],
  },
  { heading: 'Conditional Access policies', steps: [...thenPolicies, ...thenDemands] },
  { heading: 'How endpoints are found', steps: thenEndpoints },
  { heading: 'Claims about many sign-ins', steps: thenClaims },
  { heading: 'Claims over every possible sign-in', steps: thenProved },
  { heading: 'Comparisons', steps: thenCompared },
  { heading: 'Questions over many sign-ins', steps: thenQuestions },
  { heading: 'Findings', steps: [...thenFindings, ...thenNotFindings] },
  { heading: 'Recorded sign-ins', steps: [...givenRecorded, ...thenRecorded] },
  { heading: 'Required changes', steps: thenReachable },
]

/** Every step of the vocabulary. */
export const allSteps: readonly StepDefinition[] = vocabulary.flatMap(({ steps }) => steps)

/** Notes for feature authors, in addition to the sentences. */
export const vocabularyNotes: readonly {
  readonly heading: string
  readonly text: string
  readonly example?: string
}[] = [
  {
    heading: 'Names',
    text: 'Articles and case do not matter, nor hyphens. A name that contains a word of the step, such as "from" or "with", must be quoted or replaced by its id. An unknown name fails the step and shows the nearest known names.',
  },
  {
    heading: 'Networks and dates',
    text: 'A sign-in is simulated from every network of the tenant unless one is named, and the assertion must hold for all of them. It is evaluated at the date in the tenant file unless the scenario sets another.',
  },
  {
    heading: 'Examples from a file',
    text: 'The tag @examples:FILE fills the Examples below it with the rows of a CSV or YAML file, with a path relative to the feature; a header written in the feature selects columns. Only `authplan test` supports this; Cucumber alone finds no rows.',
    example: '  @examples:sign-ins.csv\n  Examples:\n    | user | client | credential |',
  },
  ...claimForms.map(({ heading, text, examples }) => ({
    heading,
    text,
    example: examples.map((claim) => `Then ${claim}`).join('\n'),
  })),
  {
    heading: 'What fails',
    text: 'A scenario without steps or without an assertion, a sign-in or a change without an assertion, a setting after an assertion (later actions start with When), Examples without rows, an unused Examples column, a <placeholder> without a column, a table without rows, a duplicate row, an empty cell (a hyphen means explicitly nothing), a claim that covers no sign-in, a comparison of an architecture with itself, a run without scenarios.',
  },
]
