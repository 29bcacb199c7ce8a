import { accountFacts } from './facts/account.ts'
import { answersFacts } from './facts/answers.ts'
import { clientFacts } from './facts/client.ts'
import { conversationFacts } from './facts/conversation.ts'
import { deviceFacts } from './facts/device.ts'
import { methodsFacts } from './facts/methods.ts'
import { policiesFacts } from './facts/policies.ts'
import { relyingPartyFacts } from './facts/relying-party.ts'
import { surroundingsFacts } from './facts/surroundings.ts'

/**
 * Every fact that a rule can read. The values are finite, so that the knowledge base can be enumerated and a missing
 * fact can be tried in every value. The first value is the ordinary one: examples of rules leave it out.
 */
export const factRows = {
  ...clientFacts,
  ...relyingPartyFacts,
  ...conversationFacts,
  ...accountFacts,
  ...surroundingsFacts,
  ...policiesFacts,
  ...methodsFacts,
  ...deviceFacts,
  ...answersFacts,
}

/** The name of a fact. */
export type FactName = keyof typeof factRows

/** The values a fact can take. */
export type FactValue<F extends FactName> = (typeof factRows)[F]['values'][number]

/** The facts, client first, answers last. */
// The keys of the literal are exactly the union.
export const factOrder = Object.keys(factRows) as readonly FactName[]

/** All values of each fact, the ordinary one first; there are finitely many (decision 3). */
// Every fact has an entry, which building the table from the list cannot show.
export const factDomains = Object.fromEntries(factOrder.map((name) => [name, factRows[name].values])) as {
  readonly [F in FactName]: (typeof factRows)[F]['values']
}

/** Marks a fact that neither the file nor the request determines. */
export const missing = '?' as const
/** The mark of a missing fact. */
export type Missing = typeof missing

/** A fact as a leg knows it: a value, or the mark of a missing one. */
export type Known<F extends FactName> = FactValue<F> | Missing

/** All facts of one leg; those not yet filled in are missing. */
export type LegFacts = { -readonly [F in FactName]?: Known<F> }
