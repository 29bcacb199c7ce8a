import { emptyMask, hasBit, type Mask, setBit } from '../simulate/conditional-access/bits.ts'
import type { DemandContext } from '../simulate/conditional-access/clause-states.ts'
import type { Policy, PolicySession } from '../tenant/conditional-access/model.ts'
import { controlWords } from '../vocabulary/demand-words.ts'
import type { Literal, Term } from './quest.ts'
import { isSessionAsStrict } from './session-strictness.ts'
import { asksFor, isAsked, policiesWhere, refuses, type Shield, type ShieldsFor } from './shields.ts'
import type { Side } from './side.ts'

/** One effect of a policy on the sign-ins that it applies to. */
export interface Effect {
  /** `relaxation`: a session control that is less strict than having none. */
  readonly kind: 'refusal' | 'demand' | 'session' | 'relaxation'
  /** The effect in Graph's terms: `block`, `mfa or compliantDevice`, `signInFrequency 8 hours`. */
  readonly words: string
  /** Policies with exactly the same effect. */
  readonly own: ShieldsFor
  /** Policies with the same effect or a stricter one. */
  readonly alike: ShieldsFor
  /** Policies that cancel the effect. */
  readonly unless?: ShieldsFor
}

/** Policies with exactly this clause, where it is not yet met. */
const having =
  (clause: number): ShieldsFor =>
  ({ compiled: { policies, demands } }, context: DemandContext): Shield => {
    const kind = context.states[clause]?.kind ?? 'met'
    const all = demands.demanding[clause] ?? emptyMask(policies.length)
    const none = emptyMask(policies.length)
    const asked = isAsked(context, clause)
    return { sure: asked ? all : none, maybe: asked || kind === 'unknown' ? all : none }
  }

const part = (session: PolicySession, key: keyof PolicySession): PolicySession =>
  session[key] === undefined ? {} : { [key]: session[key] }

/** Shields shared by all policies, so that each is evaluated only once. */
export interface EffectBook {
  readonly having: (clause: number) => ShieldsFor
  readonly asking: (words: readonly string[]) => ShieldsFor
  readonly shaping: (text: string, make: () => ShieldsFor) => ShieldsFor
}

function madeOnce<Key>(): (key: Key, make: () => ShieldsFor) => ShieldsFor {
  const made = new Map<Key, ShieldsFor>()
  return (key, make) => {
    const known = made.get(key) ?? make()
    made.set(key, known)
    return known
  }
}

/** An empty book. */
export function effectBook(asked?: Side): EffectBook {
  const [clauses, words] = [madeOnce<number>(), madeOnce<string>()]
  return {
    having: (clause) => clauses(clause, () => having(clause)),
    asking: (list) => words(list.join(' '), () => asksFor(list, asked)),
    shaping: madeOnce<string>(),
  }
}

const everyPolicy = policiesWhere(() => true)

function sessionEffects(policy: Policy, book: EffectBook): readonly Effect[] {
  // Object.keys of a session are names of session controls.
  return (Object.keys(policy.session) as (keyof PolicySession)[]).map((key) => {
    const own = part(policy.session, key)
    const unclear = ({ sessionUnclear }: Policy): boolean => sessionUnclear.length > 0
    const words = `${key} ${controlWords(own[key])}`
    const exactly = `${key} ${JSON.stringify(own[key])}`
    const relaxes = !isSessionAsStrict(own, {}, key)
    const alike = ({ session }: Policy): boolean =>
      session[key] !== undefined &&
      (relaxes ? isSessionAsStrict(own, session, key) : isSessionAsStrict(session, own, key))
    const stricter = ({ session }: Policy): boolean =>
      session[key] !== undefined && !isSessionAsStrict(own, session, key)
    const shields = {
      words,
      own: everyPolicy,
      alike: book.shaping(exactly, () => policiesWhere(alike, unclear)),
    }
    return relaxes
      ? {
          kind: 'relaxation',
          ...shields,
          unless: book.shaping(`${exactly} unless`, () => policiesWhere(stricter, unclear)),
        }
      : { kind: 'session', ...shields }
  })
}

/** All effects of a policy on its own. */
export function effectsOf({ compiled }: Side, index: number, book: EffectBook): readonly Effect[] {
  const policy = compiled.policies[index]
  if (policy === undefined) return []
  const clauses = compiled.demands.clauses.flatMap((clause, at): readonly Effect[] => {
    if (!hasBit(compiled.demands.demanding[at] ?? [], index)) return []
    const words = clause.controls.map(({ word }) => word)
    return [{ kind: 'demand', words: words.join(' or '), own: book.having(at), alike: book.asking(words) }]
  })
  return [
    { kind: 'refusal', words: 'block', own: refuses, alike: refuses },
    ...clauses,
    ...sessionEffects(policy, book),
  ]
}

const without = (mask: Mask, index: number): Mask => {
  const left = mask.slice()
  left[index >> 5] = (left[index >> 5] ?? 0) & ~(1 << (index & 31))
  return left
}

const only = (policies: number, index: number): Mask => {
  const mask = emptyMask(policies)
  setBit(mask, index)
  return mask
}

const unlessOf = (shield: ShieldsFor, side: number, among: Mask | undefined): Literal => ({
  kind: 'avoid',
  shield,
  side,
  ...(among === undefined ? {} : { among }),
})

/** Sign-ins for which one policy has an effect that no other counted policy has, on another side or on the same one. */
export function onlyBy(
  effect: Effect,
  policies: number,
  index: number,
  counted: Mask,
  on?: { readonly from: number; readonly to: number },
): Term {
  const { from, to } = on ?? { from: 0, to: 0 }
  const among = on === undefined ? without(counted, index) : counted
  const shields = effect.kind === 'refusal' ? [refuses] : [refuses, effect.alike]
  return [
    { kind: 'touch', shield: effect.own, among: only(policies, index), side: from },
    ...shields.map((shield): Literal => ({ kind: 'avoid', shield, among, side: to })),
    ...(effect.unless === undefined ? [] : [unlessOf(effect.unless, from, on === undefined ? among : undefined)]),
  ]
}
