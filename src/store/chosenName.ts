import type { SheetKind } from '../domain/sheet'
import type { Thunk } from './store'

/** The name of the file chosen last on a tab, also while it asks for something; empty where there was none. */
export function readChosenName(kind: SheetKind): Thunk<string> {
  return (_, __, services) => services.chosenFiles.get(kind)?.file.name ?? ''
}
