import type { StepDefinition } from './definition.ts'
import { givenTenant } from './given-tenant.ts'
import { thenCompared } from './then-compared.ts'
import { thenConversation } from './then-conversation.ts'
import { thenCredential } from './then-credential.ts'
import { thenEndpoints } from './then-endpoints.ts'
import { thenFindings } from './then-findings.ts'
import { thenOutcome } from './then-outcome.ts'
import { thenUniversal } from './then-universal.ts'
import { whenSigningIn } from './when-signing-in.ts'
import { whenTimePasses } from './when-time-passes.ts'

/** A part of the vocabulary under its heading. */
export interface VocabularyPart {
  readonly heading: string
  readonly steps: readonly StepDefinition[]
}

/** The whole vocabulary in the order in which it is printed; registration and documentation are made from it. */
export const vocabulary: readonly VocabularyPart[] = [
  { heading: 'The tenant architecture', steps: givenTenant },
  { heading: 'Time and events', steps: whenTimePasses },
  { heading: 'A sign-in', steps: whenSigningIn },
  { heading: 'The credential and who checks it', steps: thenCredential },
  { heading: 'How it ends', steps: thenOutcome },
  { heading: 'How it goes', steps: thenConversation },
  { heading: 'How endpoints are found', steps: thenEndpoints },
  { heading: 'Claims about every sign-in', steps: thenUniversal },
  { heading: 'Comparisons', steps: thenCompared },
  { heading: 'Findings', steps: thenFindings },
]

/** Every step of the vocabulary. */
export const allSteps: readonly StepDefinition[] = vocabulary.flatMap(({ steps }) => steps)
