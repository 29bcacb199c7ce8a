import { rolloutNames } from '../../catalog/rollout-states.ts'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { declaredName } from '../normalize-workloads.ts'
import { namesOf } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { unknownTo } from './check.ts'

const names = rolloutNames(vendorTimeline)

/** The changes whose rollout a file tells about are such that have one, in a state that they can have. */
export const danglingRolloutNames: Check = (file) => {
  const known = namesOf([...names.keys()])
  return file.list('rollouts').flatMap(({ path, value }): readonly Diagnostic[] => {
    const states = names.get(declaredName(names.keys(), value.change) ?? '')
    if (states === undefined)
      return unknownTo(file, known, 'timeline', {
        kind: 'dated change with a rollout',
        name: value.change,
        path: [...path, 'change'],
      })
    if (states[value.state] !== undefined) return []
    const args = { what: `rollout state of \`${value.change}\``, value: value.state, known: Object.keys(states) }
    return [{ code: 'SHAPE-3' as const, args, at: file.document.rangeOf([...path, 'state']) }]
  })
}
