import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { documentOfValue } from '../../source/document/located-document.ts'
import { sameData } from '../../source/edit/change.ts'
import { checkShape } from '../check-shape.ts'
import { asOurs } from '../graph/as-ours.ts'
import type { SettingInDispute } from '../settings/tenant-disputes.ts'
import { canBeStatedInDispute, placeOfSetting, valueAtPlace, withValueAt } from '../settings-in-place.ts'
import type { Item, WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { shownValue } from './settings-in-dispute.ts'

function judged({ path, value: { setting, values } }: Item<SettingInDispute>, { document, parts }: WellFormedFile) {
  const name = setting.join(' · ')
  const place = canBeStatedInDispute(setting[0] ?? '') ? placeOfSetting(parts, setting) : undefined
  if (place === undefined)
    return [{ code: 'TEN-37', args: { setting: name }, at: document.rangeOf([...path, 'setting']) } as const]
  const stated = valueAtPlace(parts, place)
  const others = values.map((value, index) => ({ value, index })).filter(({ value }) => !sameData(value, stated))
  const unfit = others.filter(
    ({ value }) => checkShape(asOurs(documentOfValue(withValueAt(parts, place, value), ''))).diagnostics.length > 0,
  )
  if (unfit.length > 0)
    return unfit.map(
      ({ value, index }): Diagnostic => ({
        code: 'TEN-37',
        args: { setting: name, value: shownValue(value) },
        at: document.rangeOf([...path, 'values', index]),
      }),
    )
  const args = {
    setting: `${setting.at(-1)}`,
    of: setting.length > 1 ? setting.slice(0, -1).join(' · ') : 'the tenant',
    values: values.map(shownValue),
  }
  return [{ code: 'TEN-35', args: { ...args, stated: false, kept: true }, at: document.rangeOf(path) } as const]
}

/** A setting of which exports state other values leads somewhere, and each value is one that it can have. */
export const otherValuesInDispute: Check = (file) =>
  file.list('exportsDisagreeOn').flatMap((one): readonly Diagnostic[] => judged(one, file))
