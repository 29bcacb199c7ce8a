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
  const { tenant } = plan.population
  const { person, ...rest } = ask
  const asked = person === undefined ? rest : { ...rest, person: representativeOf(plan, person) }
  const body = JSON.stringify(requestOf(tenant, asked), undefined, 2)
  const parsed = parseSource({ name: 'the question', text: body })
  if (!parsed.ok) return { ok: false, problems: renderShown(parsed.diagnostics) }
  const question = whatIfQuestion(tenant, parsed.value, { at, missing: missingOf(ask) })
  return question.ok
    ? { ok: true, question: question.value }
    : { ok: false, problems: renderShown(question.diagnostics) }
}
