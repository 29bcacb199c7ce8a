import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { namesOf } from '../sound-file.ts'
import type { Check } from './check.ts'
import { unknownTo } from './check.ts'

/** The changes whose roll-out a file tells of are changes of the vendor timeline. */
export const danglingRolloutNames: Check = (file) => {
  const known = namesOf([...new Set(vendorTimeline.flatMap(({ id, override }) => [id, override ?? id]))])
  return file
    .list('rollouts')
    .flatMap(({ path, value }) =>
      unknownTo(file, known, 'timeline', { kind: 'dated change', name: value.change, path: [...path, 'change'] }),
    )
}
