import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { workloadProperties } from '../schema/workloads.ts'
import type { Check } from './check.ts'

const workloads = workloadProperties.workloads.properties

/** The settings that an event changes are settings of its workload. */
export const unknownSettingInEvent: Check = (file) =>
  file.list('events').flatMap(({ path, value }): readonly Diagnostic[] => {
    const workload = typeof value['workload'] === 'string' ? workloads[value['workload']] : undefined
    if (workload === undefined) return []
    const known = Object.keys(Object(workload['properties']))
    return Object.keys(Object(value['settings']))
      .filter((key) => !known.includes(key))
      .map((key) => {
        const suggestion = suggest(key, known)
        const args = { key, of: `the settings of ${value['workload']}`, known, ...(suggestion && { suggestion }) }
        return { code: 'SHAPE-1', args, at: file.document.rangeOfKey([...path, 'settings', key]) }
      })
  })
