import { type WhatIfQuestion, whatIfQuestion } from '../../analysis/what-if/what-if.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { parseSource } from '../../source/document/located-document.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { Plan } from '../plan/plan.ts'
import { missingOf, requestOf } from './asked.ts'
import type { State } from './state.ts'

/** A question that every part of the page asks alike, or what is wrong with it in words. */
export type Asked =
  | { readonly ok: true; readonly question: WhatIfQuestion }
  | { readonly ok: false; readonly problems: string }

/** The user who stands for a person among the classes of the plan. */
export function representativeOf({ byName, population }: Plan, person: UserName): UserName {
  const index = byName.get(person)?.class
  return population.classes.find((one) => one.index === index)?.representative ?? person
}

/** The question of a state about the tenant in which representatives stand for everyone. */
export function questionOf(plan: Plan, { ask, at }: State): Asked {
  const { person, ...rest } = ask
  const alone = person === undefined ? undefined : plan.grouped?.alone(person)
  if (plan.grouped !== undefined && person !== undefined && alone === undefined)
    return { ok: false, problems: `nobody is called “${person}”; users are named by user principal name` }
  const tenant = alone ?? plan.population.tenant
  const who = alone === undefined && person !== undefined ? representativeOf(plan, person) : person
  const asked = who === undefined ? rest : { ...rest, person: who }
  const body = JSON.stringify(requestOf(tenant, asked), undefined, 2)
  const parsed = parseSource({ name: 'the question', text: body })
  if (!parsed.ok) return { ok: false, problems: renderShown(parsed.diagnostics) }
  const question = whatIfQuestion(tenant, parsed.value, { at, missing: missingOf(ask) })
  return question.ok
    ? { ok: true, question: question.value }
    : { ok: false, problems: renderShown(question.diagnostics) }
}
