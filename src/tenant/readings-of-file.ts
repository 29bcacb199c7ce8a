import { sameData } from '../source/edit/change.ts'
import { placeOfSetting, valueAtPlace, withValueAt } from './settings-in-place.ts'
import type { TenantFile } from './tenant-file.ts'

/** More combinations of values than these are not looked at. */
const most = 64

/** What a file can mean besides what it states: what it would be with other values of the settings in dispute. */
export type FileReadings = readonly TenantFile[] | 'too many'

/** The files that a file can stand for where exports disagree on what it states; none where they do not. */
export function readingsOfFile(file: TenantFile): FileReadings {
  let all: readonly TenantFile[] = [file]
  for (const { setting, values } of file.exportsDisagreeOn ?? []) {
    const place = placeOfSetting(file, setting)
    if (place === undefined) continue
    const stated = valueAtPlace(file, place)
    const others = values.filter((value) => !sameData(value, stated))
    if (all.length * (others.length + 1) > most) return 'too many'
    // The same file with another value of one setting, of the form that the check of the place demands.
    all = all.flatMap((one) => [one, ...others.map((value) => withValueAt(one, place, value) as TenantFile)])
  }
  return all.slice(1)
}
