import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { own } from '../../vocabulary/own.ts'
import { workloadSettings } from '../settings/workloads.ts'
import type { Check } from './check.ts'

/** The settings that an event changes are settings of its workload. */
export const unknownSettingInEvent: Check = (file) =>
  file.list('events').flatMap(({ path, value }): readonly Diagnostic[] => {
    const settings = typeof value['workload'] === 'string' ? own(workloadSettings, value['workload']) : undefined
    if (settings === undefined) return []
    const known = Object.keys(settings)
    return Object.keys(Object(value['settings']))
      .filter((key) => !known.includes(key))
      .map((key) => {
        const suggestion = suggest(key, known)
        const args = { key, of: `the settings of ${value['workload']}`, known, ...(suggestion && { suggestion }) }
        return { code: 'SHAPE-1', args, at: file.document.rangeOfKey([...path, 'settings', key]) }
      })
  })
